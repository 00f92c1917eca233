package dev.retort.diff;

import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What PostgreSQL does again when a column that it is over gets another type of the same bytes.
 *
 * @param stays whether an index or constraint is there all the time
 */
record HeldByColumn(Table table, String column, Predicate<String> stays) {

    /**
     * The indexes that are built again: those with an expression or a predicate always, the others where the order of values changes.
     *
     * @param sorted whether it does
     */
    List<String> indexes(boolean sorted) {
        Stream<String> plain = Stream.concat(
                        Stream.ofNullable(table.primaryKey())
                                .filter(key -> key.columns().contains(column))
                                .map(PrimaryKey::name),
                        table.uniques().stream()
                                .filter(unique -> unique.columns().contains(column))
                                .map(Unique::name))
                .filter(Objects::nonNull)
                .filter(name -> sorted);
        Stream<String> own = table.indexes().stream()
                .filter(index ->
                        reads(index) || (sorted && IndexDiffer.columns(index).contains(column)))
                .map(Index::name)
                .filter(Objects::nonNull);
        return Stream.concat(plain, own).filter(stays).toList();
    }

    private boolean reads(Index index) {
        return Stream.concat(
                        Stream.ofNullable(index.predicate()),
                        index.keys().stream().map(Index.Key::expression).filter(Objects::nonNull))
                .anyMatch(expression -> Identifiers.in(expression.sql()).contains(column));
    }

    /** The checks whose rows are looked at again. */
    List<String> checks() {
        return table.checks().stream()
                .filter(check -> check.validated()
                        && Identifiers.in(check.expression().sql()).contains(column))
                .map(check -> String.valueOf(check.name()))
                .filter(stays)
                .toList();
    }
}
