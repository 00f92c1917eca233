package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/** What tables and columns are called before the renames of a difference run, by what they are called after. */
final class OldNames {

    /** No renames. */
    static final OldNames SAME = new OldNames(new NameMap(), Schema.builder().build());

    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, ObjectName> types = new HashMap<>();
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();

    private final RenamedText text;

    /**
     * The other way round.
     *
     * @param renamed the schema by the new names
     */
    OldNames(NameMap names, Schema renamed) {
        NameMap back = new NameMap();
        names.types.forEach((was, is) -> back.types.put(is, was));
        names.labels.forEach(
                (type, labels) -> labels.forEach((was, is) -> NameMap.put(back.labels, names.type(type), is, was)));
        text = new RenamedText(back, new RenamedConstants(back.labels, renamed));
        names.tables.forEach((old, now) -> tables.put(now, old));
        names.types.forEach((old, now) -> types.put(now, old));
        names.columns.forEach((old, parts) -> {
            Map<String, String> former = new HashMap<>();
            parts.forEach((was, is) -> former.put(is, was));
            columns.put(names.table(old), former);
        });
    }

    ObjectName table(ObjectName now) {
        return tables.getOrDefault(now, now);
    }

    ObjectName type(ObjectName now) {
        return types.getOrDefault(now, now);
    }

    String column(ObjectName table, String now) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(now, now);
    }

    /** The new names of a table's columns by the old ones. */
    Map<String, String> renamed(ObjectName table) {
        Map<String, String> renamed = new HashMap<>();
        columns.getOrDefault(table, Map.of()).forEach((now, was) -> renamed.put(was, now));
        return renamed;
    }

    String expression(ObjectName table, String sql) {
        return text.text(sql, columns.getOrDefault(table, Map.of()));
    }

    /** The text with its types and the values of enums as they are called before. */
    String types(String sql) {
        return text.text(sql, Map.of());
    }
}
