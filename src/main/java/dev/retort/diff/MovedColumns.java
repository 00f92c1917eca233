package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns that leave a table while one that stands takes their values: an attribute goes to the entity at the other end of a reference, or a reference gives way to another to the same table. */
final class MovedColumns {

    private final TablePair pair;
    private final Sides sides;
    private final OldNames old;

    private MovedColumns(TablePair pair, Sides sides) {
        this.pair = pair;
        this.sides = sides;
        this.old = sides.changes().old();
    }

    /** What is said in place of the loss; null where no column takes the values. */
    static MovedValues.@Nullable Told of(TablePair pair, String column, Sides sides) {
        if (sides.impact().isRebuilt(pair.name(), column)) {
            return null;
        }
        MovedColumns moved = new MovedColumns(pair, sides);
        Warning reference = moved.reference(column);
        if (reference != null) {
            return new MovedValues.Told(reference, null);
        }
        MovedValues.Told elsewhere = moved.elsewhere(column);
        return elsewhere != null ? elsewhere : TurnedAround.of(pair, column, sides);
    }

    /** A reference by other columns of the same rows; of one that must have a value the filling is said with it. */
    private @Nullable Warning reference(String column) {
        List<ForeignKey> going = pair.from().foreignKeys().stream()
                .filter(k ->
                        k.columns().contains(column) && k.columns().stream().noneMatch(pair.toColumns()::containsKey))
                .toList();
        if (going.size() != 1) {
            return null;
        }
        ForeignKey is = going.get(0);
        Table before = sides.from().tables().get(is.target());
        Table after = sides.to().tables().get(is.target());
        List<ForeignKey> coming = pair.to().foreignKeys().stream()
                .filter(k -> k.target().equals(is.target())
                        && k.columns().stream().noneMatch(pair.fromColumns()::containsKey))
                .toList();
        long others = pair.from().foreignKeys().stream()
                .filter(k ->
                        k.target().equals(is.target()) && k.columns().stream().noneMatch(pair.toColumns()::containsKey))
                .count();
        if (before == null
                || after == null
                || others != 1
                || coming.size() != 1
                || is.target().equals(pair.name())
                || coming.get(0).targetColumns().equals(is.targetColumns())
                || !is.targetColumns().stream()
                        .allMatch(c ->
                                after.column(c).isPresent() && !sides.impact().isRebuilt(is.target(), c))
                || !coming.get(0).columns().stream()
                        .allMatch(c ->
                                pair.to().column(c).filter(Column::nullable).isPresent())) {
            return null;
        }
        ForeignKey shall = coming.get(0);
        JoinedRow row = new JoinedRow(pair.name(), is.target());
        String there = update(row, shall.columns(), shall.targetColumns(), row.same(is.targetColumns(), is.columns()));
        ObjectName former = old.table(pair.name());
        List<Column> lost = is.columns().stream()
                .flatMap(c -> pair.from().column(c).stream())
                .toList();
        List<String> calls = new ArrayList<>();
        JoinedRow again = new JoinedRow(former, old.table(is.target()));
        calls.add(update(
                again,
                is.columns(),
                former(is.target(), is.targetColumns()),
                again.same(former(is.target(), shall.targetColumns()), shall.columns())));
        // The new reference need not have a value.
        String below = KeptBack.below(lost, former, calls, true);
        return warning(
                column,
                "the new reference to " + is.target().display() + " says the same rows",
                "Where it does, write `" + there + "` above the drop, and in downgrade, " + below
                        + SqlText.ticked(calls) + KeptBack.rest(lost));
    }

    /** Attributes that another table gets, which one reference joins with this one before and after. */
    private MovedValues.@Nullable Told elsewhere(String column) {
        MovedValues.Told found = null;
        for (Table shall : sides.to().allTables()) {
            Table is = sides.from().tables().get(shall.name());
            if (is == null || shall.name().equals(pair.name())) {
                continue;
            }
            List<Column> taken = pair.from().columns().stream()
                    .filter(c ->
                            c.generated() == null && !pair.toColumns().containsKey(c.name()) && isFresh(c, is, shall))
                    .toList();
            if (taken.stream().noneMatch(c -> c.name().equals(column))) {
                continue;
            }
            TablePair other = TablePair.of(is, shall);
            List<ForeignKey> from = joining(other, pair.name());
            List<ForeignKey> to = joining(pair, shall.name());
            // With two entities that may take it, or two ways to one, only people know.
            if (found != null || from.size() + to.size() != 1) {
                return null;
            }
            found = from.isEmpty()
                    ? moved(column, taken, shall, to.get(0), true)
                    : moved(column, taken, shall, from.get(0), false);
        }
        return found;
    }

    /** Whether the column is new there, and is no other one under a new name, here or there. */
    private boolean isFresh(Column gone, Table is, Table shall) {
        return is.column(gone.name()).isEmpty()
                && shall.column(gone.name())
                        .filter(c -> c.type().equals(gone.type()) && c.generated() == null && c.identity() == null)
                        .isPresent()
                && pair.to().columns().stream()
                        .noneMatch(c -> !pair.fromColumns().containsKey(c.name())
                                && c.type().equals(gone.type()))
                && is.columns().stream()
                        .noneMatch(c ->
                                shall.column(c.name()).isEmpty() && c.type().equals(gone.type()));
    }

    /** The references from the one to the other that both sides have. */
    private static List<ForeignKey> joining(TablePair from, ObjectName target) {
        return from.to().foreignKeys().stream()
                .filter(k -> k.target().equals(target)
                        && from.from().foreignKeys().stream()
                                .anyMatch(f -> f.target().equals(target)
                                        && f.columns().equals(k.columns())
                                        && f.targetColumns().equals(k.targetColumns())))
                .toList();
    }

    private MovedValues.Told moved(String column, List<Column> taken, Table into, ForeignKey key, boolean outward) {
        List<String> names = taken.stream().map(Column::name).toList();
        List<String> here = outward ? key.columns() : key.targetColumns();
        List<String> there = outward ? key.targetColumns() : key.columns();
        JoinedRow row = new JoinedRow(into.name(), pair.name());
        String same = row.same(here, there);
        List<String> calls = List.of(update(row, names, names, same));
        List<String> required = taken.stream()
                .map(c -> into.column(c.name()).orElse(c))
                .filter(c -> !c.nullable() && c.defaultValue() == null)
                .map(Column::name)
                .toList();
        ObjectName former = old.table(pair.name());
        List<String> back = new ArrayList<>();
        JoinedRow again = new JoinedRow(former, old.table(into.name()));
        back.add(update(again, names, names, again.same(former(into.name(), there), former(pair.name(), here))));
        String left = left(into, key, outward);
        boolean rest = !left.isEmpty()
                || taken.stream()
                        .anyMatch(c -> !c.nullable()
                                && into.column(c.name())
                                        .filter(Column::nullable)
                                        .isPresent());
        String below = KeptBack.below(taken, former, back, rest);
        boolean several = outward && !MergedRows.isUnique(pair.to(), here);
        String list = here.stream()
                .map(c -> ReservedWords.quote(old.column(pair.name(), c)))
                .collect(Collectors.joining(", "));
        Map<String, String> sources = new LinkedHashMap<>();
        names.forEach(c -> sources.put(c, row.value(c, same, !several)));
        MovedValues values = new MovedValues(
                into.name(),
                sources,
                calls,
                required,
                MergedRows.below(names),
                "in downgrade, " + below + SqlText.ticked(back)
                        + (rest ? KeptBack.rest(taken) : "")
                        + (several
                                ? ". Of several rows for one of " + into.name().display()
                                        + " one is taken: see them with `SELECT " + list + ", count(*) FROM "
                                        + SqlText.name(former) + " GROUP BY " + list + " HAVING count(*) > 1`"
                                : "")
                        + left,
                List.of(),
                true);
        return new MovedValues.Told(
                warning(column, "they move to " + into.name().display(), values.cure(Map.of())), values);
    }

    /** The rows whose values have no place there. */
    private String left(Table into, ForeignKey key, boolean outward) {
        JoinedRow row = new JoinedRow(old.table(pair.name()), old.table(into.name()));
        String rest;
        if (outward) {
            rest = key.columns().stream()
                    .filter(c -> pair.to().column(c).filter(k -> !k.nullable()).isEmpty())
                    .map(c -> ReservedWords.quote(old.column(pair.name(), c)) + " IS NULL")
                    .collect(Collectors.joining(" OR "));
        } else {
            rest = "NOT "
                    + row.exists(
                            row.same(former(into.name(), key.columns()), former(pair.name(), key.targetColumns())));
        }
        return rest.isEmpty()
                ? ""
                : ". Rows that " + (outward ? "refer to none" : "none refers to")
                        + " lose theirs: see them with `SELECT * FROM " + SqlText.name(row.own()) + " WHERE " + rest
                        + "`";
    }

    private Warning warning(String column, String unless, String cure) {
        return new Warning(
                PossibleMove.RULE,
                Warning.Level.WARNING,
                List.of(pair.name().qualified() + "." + column),
                "the values of " + pair.name().display() + "." + column + " are lost unless " + unless,
                cure);
    }

    private List<String> former(ObjectName table, List<String> columns) {
        return columns.stream().map(c -> old.column(table, c)).toList();
    }

    private static String update(JoinedRow row, List<String> columns, List<String> sources, String same) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.column(sources.get(i)));
        }
        return SqlText.call(row.update(values, same));
    }
}
