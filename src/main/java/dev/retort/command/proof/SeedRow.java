package dev.retort.command.proof;

import dev.retort.schema.Table;
import dev.retort.sql.SqlWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row to be written: the SQL of each column's value.
 *
 * @param values by column name, in the table's order
 */
record SeedRow(Map<String, String> values) {

    SeedRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** This row with other values for some columns. */
    SeedRow with(Map<String, String> others) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.putAll(others);
        return new SeedRow(changed);
    }

    /** An {@code INSERT} of rows with the same columns; identity columns take the stated value. */
    static String insert(Table table, List<SeedRow> rows) {
        Map<String, String> first = rows.get(0).values();
        if (first.isEmpty()) {
            return "INSERT INTO " + SqlWriter.name(table.name()) + " DEFAULT VALUES";
        }
        return "INSERT INTO " + SqlWriter.name(table.name()) + " (" + SqlWriter.identifiers(first.keySet())
                + ") OVERRIDING SYSTEM VALUE VALUES "
                + rows.stream()
                        .map(row -> "(" + String.join(", ", row.values().values()) + ")")
                        .collect(Collectors.joining(", "));
    }
}
