package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reference that turns to another key of the same table while its columns change their type. The wider of the two types alone has room for both keys, and a value that was
 * cast may look like another's ({@code '01'} becomes 1), so the values are exchanged on the side of the change where the columns have that type.
 */
record ReshapedReference(TurnedReference reference, TablePair pair, Sides sides) {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    /**
     * What exchanges the values there and back; null where neither type has room for both.
     *
     * @param unnamed what is said of rows that have no other key
     */
    @Nullable
    String cure(String unnamed) {
        Set<Turn> turns = EnumSet.noneOf(Turn.class);
        columns().forEach(c -> turns.add(turn(c)));
        turns.remove(Turn.STAYS);
        if (turns.size() != 1 || turns.contains(Turn.OTHER)) {
            return null;
        }
        boolean narrows = turns.contains(Turn.NARROWS);
        ForeignKey is = reference.former();
        ForeignKey shall = reference.key();
        OldNames old = sides.changes().old();
        Names now = new Names(pair.name(), shall.target(), UnaryOperator.identity(), UnaryOperator.identity());
        Names then = new Names(
                old.table(pair.name()),
                old.table(shall.target()),
                c -> old.column(pair.name(), c),
                c -> old.column(shall.target(), c));
        List<String> set = reference.set(pair);
        List<String> again = is.columns().stream()
                .filter(c -> reference.turned().contains(c) || !pair.toColumns().containsKey(c))
                .toList();
        String there = exchange(now, set, shall, is);
        String back = exchange(then, again, is, shall);
        return "Where they shall name the same rows as before, write "
                + aside(narrows ? standing() : pair.to(), now, set, there)
                + " above the " + (narrows ? "change of type" : "new foreign key" + reference.fills(pair)) + unnamed
                + TurnedValues.BACK
                + aside(narrows ? pair.from() : standing(), then, again, back)
                + " above the " + (narrows ? "one that comes back" : "change of type");
    }

    /** What the tables and their columns are called when a statement runs. */
    private record Names(
            ObjectName table, ObjectName target, UnaryOperator<String> here, UnaryOperator<String> there) {}

    /** The table with the keys that it has while the types change: those that go are gone then, and those that come are not there. */
    private Table standing() {
        Table is = pair.from();
        Table shall = pair.to();
        return shall.toBuilder()
                .primaryKey(Objects.equals(is.primaryKey(), shall.primaryKey()) ? shall.primaryKey() : null)
                .uniques(shall.uniques().stream().filter(is.uniques()::contains).toList())
                .indexes(shall.indexes().stream().filter(is.indexes()::contains).toList())
                .build();
    }

    private String aside(Table table, Names names, List<String> set, String sql) {
        return new KeysAside(table, names.table, names.here, sides).around(set, sql);
    }

    private Set<String> columns() {
        Set<String> columns = new TreeSet<>(reference.former().columns());
        columns.addAll(reference.set(pair));
        return columns;
    }

    /** What becomes of a type; {@code OTHER} where none of the two has room for the values of both. */
    private enum Turn {
        STAYS,
        WIDENS,
        NARROWS,
        OTHER
    }

    private Turn turn(String name) {
        Column is = pair.fromColumns().get(name);
        Column shall = pair.toColumns().get(name);
        if (is == null || shall == null) {
            return Turn.OTHER;
        }
        if (is.type().equals(shall.type())) {
            return Turn.STAYS;
        }
        if (isWider(is.type(), shall.type())) {
            return Turn.NARROWS;
        }
        return isWider(shall.type(), is.type()) ? Turn.WIDENS : Turn.OTHER;
    }

    private static boolean isWider(SqlType one, SqlType other) {
        boolean plain = other.userType() == null && !other.array();
        return TypeCasts.isString(one)
                ? plain && !TypeCasts.isString(other)
                : one.base().equals("numeric") && !one.array() && plain && WHOLE.contains(other.base());
    }

    /** The statement that gives the columns the ends of one key by those of another. */
    private String exchange(Names names, List<String> set, ForeignKey gets, ForeignKey by) {
        JoinedRow row = new JoinedRow(names.table, names.target);
        Map<String, String> values = new LinkedHashMap<>();
        set.forEach(c -> values.put(names.here.apply(c), end(row, c, gets, names)));
        return row.update(
                values,
                by.columns().stream()
                        .map(c -> end(row, c, by, names) + " = " + SqlText.name(names.table) + "."
                                + ReservedWords.quote(names.here.apply(c)))
                        .collect(Collectors.joining(" AND ")));
    }

    /** The end of a column, as a text where the column is one then. */
    private String end(JoinedRow row, String column, ForeignKey key, Names names) {
        String end = Objects.requireNonNull(SameRows.ends(key).get(column));
        Table target = Objects.requireNonNull(sides.to().tables().get(key.target()));
        boolean text = isText(pair.fromColumns().get(column))
                || isText(pair.toColumns().get(column));
        return row.column(names.there.apply(end))
                + (text && !isText(target.column(end).orElse(null)) ? "::text" : "");
    }

    private static boolean isText(@Nullable Column column) {
        return column != null && TypeCasts.isString(column.type());
    }
}
