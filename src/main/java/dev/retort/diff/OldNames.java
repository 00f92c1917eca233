package dev.retort.diff;

import dev.retort.schema.ObjectName;
import java.util.HashMap;
import java.util.Map;

/** What tables and columns are called before the renames of a difference run, by what they are called after. */
final class OldNames {

    /** No renames. */
    static final OldNames SAME = new OldNames(new NameMap());

    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, ObjectName> types = new HashMap<>();
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();

    OldNames(NameMap names) {
        names.tables.forEach((old, now) -> tables.put(now, old));
        names.types.forEach((old, now) -> types.put(now, old));
        names.columns.forEach((old, renamed) -> {
            Map<String, String> back = new HashMap<>();
            renamed.forEach((was, is) -> back.put(is, was));
            columns.put(names.table(old), back);
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
        Map<String, String> renamed = columns.getOrDefault(table, Map.of());
        return renamed.isEmpty() ? sql : Identifiers.rename(sql, renamed);
    }
}
