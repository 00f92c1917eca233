package dev.retort.diff;

import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new key wants to be unique.
 *
 * @param sql its columns and expressions as SQL
 * @param columns its plain columns
 * @param nulls whether nulls equal one another
 * @param predicate the rows that count, as SQL; empty for all
 */
record NewKey(List<String> sql, List<String> columns, boolean nulls, String predicate) {

    /** What it is over, as it is shown. */
    String shown() {
        List<String> keys = new ArrayList<>(columns);
        sql.stream()
                .filter(key -> columns.stream().noneMatch(c -> key.equals(ReservedWords.quote(c))))
                .forEach(keys::add);
        return String.join(", ", keys);
    }

    /** The columns that it is over, and the words of its expressions. */
    Set<String> reads() {
        Set<String> names = new TreeSet<>(columns);
        sql.forEach(key -> names.addAll(Identifiers.in(key)));
        return names;
    }

    static NewKey of(List<String> columns, boolean nulls) {
        return new NewKey(columns.stream().map(ReservedWords::quote).toList(), columns, nulls, "");
    }

    static NewKey of(Index index) {
        List<String> sql = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            sql.add(
                    key.column() != null
                            ? ReservedWords.quote(key.column())
                            : Objects.requireNonNull(key.expression()).sql());
        }
        Expression predicate = index.predicate();
        return new NewKey(
                sql, IndexDiffer.columns(index), index.nullsNotDistinct(), predicate == null ? "" : predicate.sql());
    }
}
