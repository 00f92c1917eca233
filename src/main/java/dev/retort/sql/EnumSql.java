package dev.retort.sql;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.EnumUse;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Spells enum types. */
final class EnumSql {

    /** What PostgreSQL keeps of a name ({@code NAMEDATALEN - 1}), in bytes. */
    private static final int NAME_BYTES = 63;

    private static final String OLD = "__old";

    private EnumSql() {}

    static Statement create(EnumType type) {
        return Statement.of("CREATE TYPE " + SqlWriter.name(type.name()) + " AS ENUM "
                + type.labels().stream().map(SqlWriter::literal).collect(Collectors.joining(", ", "(", ")")));
    }

    /** The new value can be used only once this is committed. */
    static Statement add(AddEnumValue operation) {
        String place = operation.before() != null
                ? " BEFORE " + SqlWriter.literal(operation.before())
                : operation.after() != null ? " AFTER " + SqlWriter.literal(operation.after()) : "";
        return new Statement(
                "ALTER TYPE " + SqlWriter.name(operation.type()) + " ADD VALUE " + SqlWriter.literal(operation.value())
                        + place,
                true,
                true);
    }

    /** The old type steps aside under another name, each column goes over by way of its text, the old type goes. */
    static List<Statement> replace(ReplaceEnum operation) {
        ObjectName name = operation.type().name();
        ObjectName old = name.sibling(stepAside(name.name()));
        List<Statement> statements = new ArrayList<>(Renaming.move("TYPE", name, old));
        statements.add(create(operation.type()));
        operation.uses().forEach(use -> change(use, name, operation.mapping(), statements));
        statements.add(Statement.of("DROP TYPE " + SqlWriter.name(old)));
        return statements;
    }

    private static void change(EnumUse use, ObjectName type, Map<String, String> mapping, List<Statement> statements) {
        String column = "ALTER COLUMN " + SqlWriter.identifier(use.column().column());
        String newType = SqlWriter.name(type) + (use.array() ? "[]" : "");
        String text = SqlWriter.identifier(use.column().column()) + (use.array() ? "::text[]" : "::text");
        ObjectName table = use.column().table();
        statements.add(TableSql.alter(table, column + " DROP DEFAULT"));
        statements.add(TableSql.alter(
                table,
                column + " TYPE " + newType + " USING " + mapped(text, use.array(), new TreeMap<>(mapping)) + "::"
                        + newType));
        if (use.defaultValue() != null) {
            statements.add(TableSql.alter(table, column + " SET DEFAULT " + SqlWriter.expression(use.defaultValue())));
        }
    }

    private static String mapped(String text, boolean array, Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return text;
        }
        if (!array) {
            return mapping.entrySet().stream()
                    .map(e -> " WHEN " + SqlWriter.literal(e.getKey()) + " THEN " + SqlWriter.literal(e.getValue()))
                    .collect(Collectors.joining("", "(CASE " + text, " ELSE " + text + " END)"));
        }
        // USING takes no subquery, so no unnest: one replacement after the other. A target is never itself replaced, as
        // it is no leaving value.
        String replaced = text;
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            replaced = "array_replace(" + replaced + ", " + SqlWriter.literal(entry.getKey()) + ", "
                    + SqlWriter.literal(entry.getValue()) + ")";
        }
        return replaced;
    }

    /** The name with a suffix, cut between characters so that PostgreSQL does not cut the suffix. */
    static String stepAside(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES - OLD.length()) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + OLD;
    }
}
