package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Join tables that go while one of the two tables they join gets a reference to the other: {@code @ManyToMany}, or {@code @OneToMany} without {@code mappedBy}, becomes {@code @ManyToOne}. */
final class JoinTables {

    private JoinTables() {}

    /** What is said in place of the loss; null where no table takes the rows. */
    static MovedValues.@Nullable Told of(Table gone, Sides sides) {
        if (gone.foreignKeys().size() != 2) {
            return null;
        }
        ForeignKey one = gone.foreignKeys().get(0);
        ForeignKey other = gone.foreignKeys().get(1);
        // Of a table that is joined with itself only people know which end refers to the other.
        if (one.target().equals(other.target())) {
            return null;
        }
        MovedValues.Told first = taken(gone, one, other, sides);
        MovedValues.Told second = taken(gone, other, one, sides);
        return first != null && second != null ? null : first != null ? first : second;
    }

    /** One end takes the reference to the other. */
    private static MovedValues.@Nullable Told taken(Table gone, ForeignKey end, ForeignKey other, Sides sides) {
        Table before = sides.from().tables().get(end.target());
        Table into = sides.to().tables().get(end.target());
        if (before == null || into == null || !sides.from().tables().containsKey(other.target())) {
            return null;
        }
        List<ForeignKey> fresh = into.foreignKeys().stream()
                .filter(k -> k.target().equals(other.target())
                        && k.columns().stream().noneMatch(c -> before.column(c).isPresent()))
                .toList();
        if (fresh.size() != 1 || !fresh.get(0).targetColumns().equals(other.targetColumns())) {
            return null;
        }
        Map<String, String> taken = new LinkedHashMap<>();
        put(taken, fresh.get(0).columns(), other.columns());
        for (Column column : Subclasses.written(gone)) {
            if (!end.columns().contains(column.name()) && !other.columns().contains(column.name())) {
                Column shall = into.column(column.name()).orElse(null);
                if (shall == null
                        || before.column(column.name()).isPresent()
                        || !shall.type().equals(column.type())) {
                    return null;
                }
                taken.put(column.name(), column.name());
            }
        }
        boolean stays = end.targetColumns().stream()
                .allMatch(c -> before.column(c).isPresent() && into.column(c).isPresent());
        return stays ? said(gone, into, end, taken, sides) : null;
    }

    private static MovedValues.Told said(
            Table gone, Table into, ForeignKey end, Map<String, String> taken, Sides sides) {
        OldNames old = sides.changes().old();
        JoinedRow row = new JoinedRow(into.name(), gone.name());
        String same = row.same(end.columns(), end.targetColumns());
        Map<String, String> back = new LinkedHashMap<>();
        for (int i = 0; i < end.columns().size(); i++) {
            back.put(
                    end.columns().get(i),
                    ReservedWords.quote(
                            old.column(into.name(), end.targetColumns().get(i))));
        }
        Map<String, String> values = new LinkedHashMap<>();
        taken.forEach((column, source) -> {
            back.put(source, ReservedWords.quote(column));
            values.put(column, row.column(source));
        });
        List<String> calls = List.of(SqlText.call(row.update(values, same)));
        List<String> required = taken.keySet().stream()
                .filter(c -> into.column(c)
                        .filter(shall -> !shall.nullable() && shall.defaultValue() == null)
                        .isPresent())
                .toList();
        ObjectName former = old.table(into.name());
        String filled = taken.keySet().stream()
                .filter(c -> gone.column(String.valueOf(taken.get(c)))
                        .filter(source -> !source.nullable())
                        .isPresent())
                .map(c -> ReservedWords.quote(c) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        boolean alone = MergedRows.isUnique(gone, end.columns());
        Map<String, String> sources = new LinkedHashMap<>();
        taken.forEach((column, source) -> sources.put(column, row.value(source, same, alone)));
        return MergedRows.told(
                gone,
                new MovedValues(
                        into.name(),
                        sources,
                        calls,
                        required,
                        MergedRows.below(List.copyOf(taken.keySet())),
                        MergedRows.back(List.of(MergedRows.insert(gone, back, SqlText.name(former), filled)))
                                + (alone ? "" : several(gone, end)),
                        List.of(),
                        true));
    }

    private static String several(Table gone, ForeignKey end) {
        String columns = end.columns().stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
        return ". Of several rows for one of " + end.target().display() + " one is kept: see them with `SELECT "
                + columns + ", count(*) FROM " + SqlText.name(gone.name()) + " GROUP BY " + columns
                + " HAVING count(*) > 1`";
    }

    /** Each column with what it takes. */
    static void put(Map<String, String> values, List<String> columns, List<String> sources) {
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), sources.get(i));
        }
    }
}
