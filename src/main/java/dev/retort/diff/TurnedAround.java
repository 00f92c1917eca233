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

/**
 * A reference that goes while the table it was to gets one the other way round, as where {@code mappedBy} of an association passes to the other entity: the rows that belong together
 * may be the same.
 *
 * @param pair the table whose reference goes
 * @param former the reference that goes
 * @param into the other table as it shall be
 * @param key its reference that comes
 */
record TurnedAround(TablePair pair, ForeignKey former, Table into, ForeignKey key, Sides sides) {

    /** What is said in place of the loss; null where none comes, or several may be meant. */
    static MovedValues.@Nullable Told of(TablePair pair, String column, Sides sides) {
        List<ForeignKey> going = pair.from().foreignKeys().stream()
                .filter(k -> k.columns().stream().noneMatch(pair.toColumns()::containsKey))
                .toList();
        List<ForeignKey> of =
                going.stream().filter(k -> k.columns().contains(column)).toList();
        if (of.size() != 1) {
            return null;
        }
        ForeignKey former = of.get(0);
        Table is = sides.from().tables().get(former.target());
        Table shall = sides.to().tables().get(former.target());
        boolean alone =
                going.stream().filter(k -> k.target().equals(former.target())).count() == 1;
        if (is == null || shall == null || !alone || former.target().equals(pair.name())) {
            return null;
        }
        List<ForeignKey> coming = shall.foreignKeys().stream()
                .filter(k -> k.target().equals(pair.name())
                        && k.columns().stream().noneMatch(c -> is.column(c).isPresent()))
                .toList();
        return coming.size() == 1
                        && stay(former.targetColumns(), TablePair.of(is, shall), sides)
                        && stay(coming.get(0).targetColumns(), pair, sides)
                ? new TurnedAround(pair, former, shall, coming.get(0), sides).told(column)
                : null;
    }

    private static boolean stay(List<String> columns, TablePair pair, Sides sides) {
        return pair.fromColumns().keySet().containsAll(columns)
                && pair.toColumns().keySet().containsAll(columns)
                && !sides.impact().touchesRebuilt(pair.name(), columns);
    }

    private MovedValues.Told told(String column) {
        JoinedRow row = new JoinedRow(into.name(), pair.name());
        String same = row.same(former.columns(), former.targetColumns());
        boolean alone = MergedRows.isUnique(pair.from(), former.columns());
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            sources.put(key.columns().get(i), row.value(key.targetColumns().get(i), same, alone));
        }
        MovedValues values = new MovedValues(
                into.name(),
                sources,
                List.of(SqlText.call(row.update(taken(row, key.columns(), key.targetColumns()), same))),
                key.columns().stream()
                        .filter(c -> into.column(c)
                                .filter(shall -> !shall.nullable() && shall.defaultValue() == null)
                                .isPresent())
                        .toList(),
                MergedRows.below(key.columns()),
                "in downgrade, " + back() + (alone ? "" : several()),
                List.of(),
                true);
        return new MovedValues.Told(
                new Warning(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        "the values of " + pair.name().display() + "." + column
                                + " are lost unless the new reference of "
                                + into.name().display() + " to " + pair.name().display() + " says the same rows",
                        values.cure(Map.of())),
                values);
    }

    private String back() {
        OldNames old = sides.changes().old();
        ObjectName before = old.table(pair.name());
        JoinedRow row = new JoinedRow(before, old.table(into.name()));
        List<Column> lost = former.columns().stream()
                .flatMap(c -> pair.from().column(c).stream())
                .toList();
        List<String> calls = new ArrayList<>();
        calls.add(SqlText.call(row.update(
                taken(
                        row,
                        former.columns(),
                        former.targetColumns().stream()
                                .map(c -> old.column(into.name(), c))
                                .toList()),
                row.same(
                        key.columns(),
                        key.targetColumns().stream()
                                .map(c -> old.column(pair.name(), c))
                                .toList()))));
        String below = KeptBack.below(lost, before, calls, true);
        return below + SqlText.ticked(calls) + KeptBack.rest(lost);
    }

    private static Map<String, String> taken(JoinedRow row, List<String> columns, List<String> sources) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.column(sources.get(i)));
        }
        return values;
    }

    private String several() {
        OldNames old = sides.changes().old();
        String columns = former.columns().stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
        return ". Of several rows for one of " + into.name().display()
                + " one is taken: see them with `SELECT " + columns + ", count(*) FROM "
                + SqlText.name(old.table(pair.name())) + " WHERE "
                + former.columns().stream()
                        .map(c -> ReservedWords.quote(c) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "))
                + " GROUP BY " + columns + " HAVING count(*) > 1`";
    }
}
