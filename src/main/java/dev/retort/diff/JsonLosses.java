package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What JSON loses where it becomes values with attributes, or lists: keys that are no attribute, and what numbers and times have no place for.
 *
 * @param said what is lost, one sentence's part each
 * @param conditions what is true of rows that hold such; a question about times there is none
 */
record JsonLosses(List<String> said, List<String> conditions) {

    static void tell(TablePair pair, String column, SqlType from, SqlType to, String change, Sides sides) {
        if (!JsonRecords.isJson(from)) {
            return;
        }
        RowQuestions rows = sides.changes().rows(pair.name());
        JsonLosses losses = new JsonLosses(new ArrayList<>(), new ArrayList<>());
        CompositeType type = record(to.userType(), sides.to());
        if (type != null) {
            losses.attributes(type, "", "$[*]", rows.column(column), sides.to());
        } else if (to.array()) {
            losses.element(rows.column(column), to);
        }
        if (losses.said.isEmpty()) {
            return;
        }
        RowQuestion asked = losses.conditions.isEmpty()
                ? null
                : rows.does(
                        String.join(" OR ", losses.conditions),
                        type == null ? "row does not fit" : "row has another key",
                        type == null ? "rows do not fit" : "rows have other keys");
        sides.changes()
                .doubt(
                        new Warning(
                                Narrowing.RULE,
                                Warning.Level.WARNING,
                                List.of(pair.name().qualified() + "." + column),
                                change + ": " + String.join("; ", losses.said),
                                DataWarnings.see(asked == null ? rows.holdsAny(column) : asked)),
                        asked,
                        null);
    }

    /** A lax path takes what is no list for its one element, and what has no such key for nothing: no value makes the question fail. */
    private void attributes(CompositeType type, String where, String path, String value, Schema schema) {
        said.add("what is no attribute of " + (where.isEmpty() ? type.name().display() : where)
                + " is left out, and an attribute that is not there becomes null");
        conditions.add("EXISTS (SELECT 1 FROM jsonb_path_query(" + value + "::jsonb, "
                + SqlText.literal(path + " ? (@.type() == \"object\").keyvalue().key") + ") k WHERE k #>> '{}' NOT IN ("
                + type.attributes().stream().map(a -> SqlText.literal(a.name())).collect(Collectors.joining(", "))
                + "))");
        Map<String, List<String>> lost = new LinkedHashMap<>();
        for (CompositeType.Attribute attribute : type.attributes()) {
            String name = where.isEmpty() ? attribute.name() : where + "." + attribute.name();
            CompositeType inner = record(attribute.type().userType(), schema);
            String part = ReadTexts.lost(attribute.type());
            if (inner != null) {
                attributes(inner, name, path + "." + key(attribute.name()) + "[*]", value, schema);
            } else if (part != null) {
                lost.computeIfAbsent(part, p -> new ArrayList<>()).add(name);
            }
        }
        lost.forEach((part, names) -> said.add("of " + EnumChecks.words(names) + ", " + part));
    }

    /** Of a list that holds no values with attributes. */
    private void element(String value, SqlType to) {
        String part = ReadTexts.lost(to);
        if (part == null) {
            return;
        }
        said.add("in a list, " + part);
        if (to.base().equals("numeric")) {
            String number = "(e #>> '{}')::numeric";
            conditions.add("EXISTS (SELECT 1 FROM jsonb_path_query(" + value + "::jsonb, '$[*]') e"
                    + " WHERE CASE WHEN jsonb_typeof(e) = 'number' THEN " + number + " <> round(" + number + ", "
                    + Narrowing.scale(to) + ") END)");
        }
    }

    private static String key(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static @Nullable CompositeType record(@Nullable ObjectName type, Schema schema) {
        if (type == null) {
            return null;
        }
        Domain domain = schema.domains().get(type);
        return domain == null
                ? schema.composites().get(type)
                : domain.base().array() ? null : record(domain.base().userType(), schema);
    }
}
