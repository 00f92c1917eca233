package dev.retort.command.proof;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.runtime.RowSql;
import dev.retort.schema.ColumnRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an upgrade does with rows beside its operations.
 *
 * @param updates its statements, where each is an update and nothing else
 * @param other whether it does more than updates, so that no row need be what it was
 */
record RowWork(List<String> updates, boolean other) {

    /** A word of a text that only looks like another statement makes it one of unknown effect. */
    private static final Pattern UPDATE =
            Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n)*UPDATE\\b(?!.*\\b(?:DELETE|INSERT|TRUNCATE|MERGE|DROP)\\b).*");

    RowWork {
        updates = List.copyOf(updates);
    }

    /**
     * Looks through operations. Statements that can touch no row, such as a GRANT or a new function, are no work on rows.
     *
     * @param asks whether the revision asks the database, so that not all of it is known
     */
    static RowWork of(List<Operation> operations, boolean asks) {
        List<String> statements = operations.stream()
                .filter(Execute.class::isInstance)
                .flatMap(operation -> RowSql.of(((Execute) operation).sql()).stream())
                .filter(RowSql::touches)
                .map(RowSql::statement)
                .toList();
        boolean other =
                asks || !statements.stream().allMatch(sql -> UPDATE.matcher(sql).matches());
        return new RowWork(statements, other);
    }

    /** Whether an update speaks of a column, and so may change it. */
    boolean mayChange(KeptColumn column) {
        return updates.stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .anyMatch(sql -> speaksOf(sql, column.before()) || speaksOf(sql, column.after()));
    }

    private static boolean speaksOf(String sql, ColumnRef column) {
        return sql.contains(column.table().name().toLowerCase(Locale.ROOT))
                && sql.contains(column.column().toLowerCase(Locale.ROOT));
    }
}
