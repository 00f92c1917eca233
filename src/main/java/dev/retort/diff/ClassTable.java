package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new table that has all columns of a subclass for itself, while the one table of the whole hierarchy loses what tells its rows ({@code SINGLE_TABLE} of Jakarta
 * Persistence becomes {@code TABLE_PER_CLASS}): those that stay in it would be of its own class from then on.
 *
 * @param table the new table
 * @param all the one table, as it is
 * @param kind what tells the rows of the class there
 */
record ClassTable(Table table, Table all, SubclassRows.Kind kind) {

    private static @Nullable ClassTable of(Table table, Table all, Sides sides) {
        SubclassRows.Kind kind = SubclassRows.kind(all, table);
        List<String> key = MergedRows.key(table);
        Table shall = sides.to().tables().get(all.name());
        boolean told =
                shall != null && kind != null && shall.column(kind.column()).isPresent();
        if (kind == null
                || told
                || key.isEmpty()
                || !key.equals(MergedRows.key(all))
                || table.column(kind.column()).isPresent()
                || table.foreignKeys().stream().anyMatch(k -> k.columns().equals(key))) {
            return null;
        }
        boolean whole = Subclasses.written(table).stream().allMatch(c -> all.column(c.name())
                .filter(is -> is.type().equals(c.type()) && is.generated() == null)
                .isPresent());
        return whole ? new ClassTable(table, all, kind) : null;
    }

    /** What is said of a column that goes while such a table has it; null where none does. */
    static @Nullable Warning column(TablePair pair, String column, Sides sides) {
        for (Table table : sides.impact().created(sides.from())) {
            ClassTable one = table.column(column).isPresent() ? of(table, pair.from(), sides) : null;
            if (one != null) {
                return new Warning(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        "the values of " + pair.name().display() + "." + column
                                + " are lost unless they move to the new table "
                                + table.name().display(),
                        one.cure(sides));
            }
        }
        return null;
    }

    /** Says it of a table that nothing which leaves would tell of. */
    static void warn(Table table, Sides sides) {
        for (Table all : sides.from().allTables()) {
            ClassTable one = of(table, all, sides);
            Table shall = sides.to().tables().get(all.name());
            boolean said = shall != null
                    && table.columns().stream()
                            .anyMatch(c -> shall.column(c.name()).isEmpty());
            if (one != null && !said) {
                sides.changes()
                        .warn(
                                PossibleMove.RULE,
                                Warning.Level.WARNING,
                                table.name().qualified(),
                                "the new table " + table.name().display() + " stays empty, and the rows of "
                                        + all.name().display() + " that are of its class "
                                        + (shall == null ? "are lost" : "come to be of another")
                                        + " unless they move there",
                                one.cure(sides));
            }
        }
    }

    private String cure(Sides sides) {
        Table shall = sides.to().tables().get(all.name());
        OldNames old = sides.changes().old();
        String condition = ReservedWords.quote(kind.column()) + " = " + SqlText.literal(kind.value());
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        List<Column> lost = new ArrayList<>();
        for (Column column : Subclasses.written(table)) {
            values.put(column.name(), ReservedWords.quote(column.name()));
            back.put(old.column(all.name(), column.name()), ReservedWords.quote(column.name()));
            if (shall != null && shall.column(column.name()).isEmpty()) {
                lost.add(all.column(column.name()).orElse(column));
            }
        }
        String discriminator = old.column(all.name(), kind.column());
        back.put(discriminator, SqlText.literal(kind.value()));
        List<String> there = new ArrayList<>();
        there.add(MergedRows.insert(table, values, SqlText.name(all.name()), condition));
        List<String> again = new ArrayList<>();
        again.add(MergedRows.insert(
                all.toBuilder().name(old.table(all.name())).build(), back, SqlText.name(table.name()), ""));
        String place = "right below where " + all.name().display() + " is created again, ";
        if (shall != null) {
            there.add(SqlText.call("DELETE FROM " + SqlText.name(all.name()) + " WHERE " + condition));
            lost.add(all.column(kind.column()).orElseThrow());
            SubclassRows.Kind root = SubclassRows.kind(all, all);
            if (root != null && root.column().equals(kind.column())) {
                again.add(SqlText.call("UPDATE " + SqlText.name(old.table(all.name())) + " SET "
                        + ReservedWords.quote(discriminator) + " = " + SqlText.literal(root.value()) + " WHERE "
                        + ReservedWords.quote(discriminator) + " IS NULL"));
            }
            place = KeptBack.below(lost, old.table(all.name()), again, root == null);
        }
        return "Where they move, write " + SqlText.ticked(there) + " above " + EarlyKeys.above(sides)
                + ", and in downgrade, " + place + SqlText.ticked(again);
    }
}
