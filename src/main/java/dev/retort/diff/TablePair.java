package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A table that both sides have.
 *
 * @param fromColumns its columns now, by name
 * @param toColumns its columns as they shall be, by name
 */
record TablePair(Table from, Table to, Map<String, Column> fromColumns, Map<String, Column> toColumns) {

    static TablePair of(Table from, Table to) {
        return new TablePair(from, to, from.columnsByName(), to.columnsByName());
    }

    ObjectName name() {
        return to.name();
    }

    /** Whether rows that are there now can have any other than null in one of the columns. */
    boolean anyHoldsRows(Collection<String> columns) {
        return columns.stream().anyMatch(c -> {
            Column before = fromColumns.get(c);
            Column after = toColumns.get(c);
            return before != null || (after != null && after.defaultValue() != null);
        });
    }

    /** Those of the columns that are new and null in the rows that are there. */
    List<String> comeEmpty(Collection<String> columns) {
        return columns.stream()
                .filter(c -> {
                    Column after = toColumns.get(c);
                    return !fromColumns.containsKey(c)
                            && after != null
                            && after.nullable()
                            && after.defaultValue() == null
                            && after.generated() == null
                            && after.identity() == null;
                })
                .toList();
    }

    /** Whether the column turns from nullable to not null in this difference. */
    boolean becomesRequired(String column) {
        Column before = fromColumns.get(column);
        Column after = toColumns.get(column);
        return before != null && after != null && before.nullable() && !after.nullable();
    }
}
