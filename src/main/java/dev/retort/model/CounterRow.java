package dev.retort.model;

import dev.retort.schema.ObjectName;
import java.util.Set;
import java.util.TreeSet;

/**
 * The row of a generator's table that counts identifiers.
 *
 * @param table the generator's table
 * @param keyColumn the column that tells one generator from another
 * @param key its value in the row
 * @param valueColumn the column that holds the next value
 * @param step how many identifiers are taken at once
 * @param origins the identifiers, such as {@code Customer.id}
 */
public record CounterRow(
        ObjectName table, String keyColumn, String key, String valueColumn, int step, Set<String> origins) {

    public CounterRow {
        origins = Set.copyOf(new TreeSet<>(origins));
    }
}
