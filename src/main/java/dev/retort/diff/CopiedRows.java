package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rows that go from one table into another of the same columns. They are called by their names, as a partition may have them in another order than its table, and
 * those that are computed are left out.
 *
 * @param columns the columns, as SQL
 * @param overriding whether the values of an identity are in the way
 */
record CopiedRows(String columns, boolean overriding) {

    /** The rows of a table, whose columns are called so then. */
    static CopiedRows of(Table table, UnaryOperator<String> called) {
        List<Column> written =
                table.columns().stream().filter(c -> c.generated() == null).toList();
        return new CopiedRows(
                written.stream()
                        .map(c -> ReservedWords.quote(called.apply(c.name())))
                        .collect(Collectors.joining(", ")),
                written.stream().map(Column::identity).anyMatch(i -> i != null && i.kind() == Identity.Kind.ALWAYS));
    }

    /** The statement that writes them. */
    String insert(String into, String from) {
        return "INSERT INTO " + into + " (" + columns + ")" + (overriding ? " OVERRIDING SYSTEM VALUE" : "")
                + " SELECT " + columns + " FROM " + from;
    }
}
