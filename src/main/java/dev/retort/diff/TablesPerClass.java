package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy whose tables are joined gets a table with all columns for each class ({@code JOINED} of Jakarta Persistence becomes {@code TABLE_PER_CLASS}), or the other way round. The one way nothing
 * leaves, so nothing else would tell that the rows of a subclass have the values of the classes above no more, and that the tables above have rows of them still.
 */
final class TablesPerClass {

    private static final String BELOW_TYPE = "below the last change of type";

    private TablesPerClass() {}

    /** Says of each table of a subclass what fills its new columns, and of each above what its rows are. */
    static void tell(Sides sides) {
        List<InheritedColumns> all = all(sides);
        all.stream().filter(i -> !i.taken().isEmpty()).forEach(i -> values(i, all, sides));
        List<InheritedColumns> afterwards = joined(sides);
        for (Table above : sides.to().allTables()) {
            List<InheritedColumns> below = below(above, all);
            if (!below.isEmpty()) {
                twice(above, below, sides);
            }
            List<InheritedColumns> joined = below(above, afterwards);
            if (!joined.isEmpty() && sides.from().tables().containsKey(above.name())) {
                twiceAfterwards(above, joined, sides);
            }
        }
    }

    /** The tables that come to be joined. */
    private static List<InheritedColumns> joined(Sides sides) {
        return sides.from().allTables().stream()
                .filter(t -> sides.impact().unequal.contains(t.name()))
                .flatMap(t -> Stream.ofNullable(InheritedColumns.of(t, sides.from(), sides.to())))
                // That rows are missing above is said of the new key, which need not be that of a class.
                .filter(i -> !i.taken().isEmpty())
                .toList();
    }

    /** The other way round: what is said of a column that goes while a table above has it; null where none does. */
    static @Nullable Warning joined(TablePair pair, String column, Sides sides) {
        InheritedColumns one = InheritedColumns.of(pair.from(), sides.from(), sides.to());
        if (one == null || one.taken().stream().noneMatch(c -> c.name().equals(column))) {
            return null;
        }
        OldNames old = sides.changes().old();
        List<Column> lost = one.taken().stream()
                .flatMap(c -> pair.from().column(c.name()).stream())
                .toList();
        String above = one.parts().stream()
                .filter(p -> p.taken().stream().anyMatch(c -> c.name().equals(column)))
                .map(p -> p.table().name().display())
                .findFirst()
                .orElseThrow();
        List<String> back = new ArrayList<>(one.updates(old));
        String below = KeptBack.below(lost, old.table(pair.name()), back, false, one.isRetyped() ? BELOW_TYPE : "");
        return new Warning(
                PossibleMove.RULE,
                Warning.Level.WARNING,
                List.of(pair.name().qualified() + "." + column),
                "the values of " + pair.name().display() + "." + column + " are lost unless they move to " + above
                        + ", which the key of " + pair.name().display() + " comes to refer to",
                "Where they move, write "
                        + SqlText.ticked(one.inserts(OldNames.SAME, several(one, joined(sides))))
                        + above(one) + "and in downgrade, " + below + SqlText.ticked(back));
    }

    /** Where rows for a table above go: while its columns have the types of the table that they come from. */
    private static String above(InheritedColumns one) {
        return one.isRetyped() ? " above the first change of type, " : " above the foreign keys, ";
    }

    private static void twiceAfterwards(Table above, List<InheritedColumns> below, Sides sides) {
        OldNames old = sides.changes().old();
        String names = names(below);
        String rows = InheritedColumns.among(above, below, old);
        sides.changes()
                .warn(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        above.name().qualified(),
                        "the rows of " + names + " come to be in "
                                + above.name().display() + " as well, and are there twice after a downgrade",
                        "Where they move, in downgrade, write `"
                                + SqlText.call(
                                        "DELETE FROM " + SqlText.name(old.table(above.name())) + " WHERE " + rows)
                                + "` at the end of it, below what fills " + names);
    }

    /** What gives rows to the tables above those that have no column for them, of which nothing else is told; empty where there is no such one. */
    private static String inserts(List<InheritedColumns> below, OldNames old, List<InheritedColumns> all) {
        List<String> calls = new ArrayList<>();
        below.stream().filter(i -> i.taken().isEmpty()).forEach(i -> calls.addAll(i.inserts(old, several(i, all))));
        return calls.isEmpty() ? "" : SqlText.ticked(calls) + " above the foreign keys";
    }

    private static String behind(List<InheritedColumns> below) {
        List<InheritedColumns> filled =
                below.stream().filter(i -> !i.taken().isEmpty()).toList();
        return filled.isEmpty() ? "" : ", below what fills " + names(filled);
    }

    private static List<InheritedColumns> all(Sides sides) {
        return sides.to().allTables().stream()
                .filter(t -> sides.from().tables().containsKey(t.name())
                        && sides.impact().unequal.contains(t.name()))
                .flatMap(t -> Stream.ofNullable(InheritedColumns.of(t, sides.to(), sides.from())))
                .toList();
    }

    private static List<InheritedColumns> below(Table above, List<InheritedColumns> all) {
        return all.stream().filter(i -> i.part(above).isPresent()).toList();
    }

    /** Whether a cure of another table may write rows into those above, too. */
    static boolean several(InheritedColumns one, List<InheritedColumns> all) {
        return one.parts().size() > 1 || !below(one.apart(), all).isEmpty();
    }

    private static void values(InheritedColumns one, List<InheritedColumns> all, Sides sides) {
        Table table = one.apart();
        List<String> names = one.taken().stream().map(Column::name).toList();
        List<String> required = names.stream()
                .filter(c -> table.column(c)
                        .filter(shall -> !shall.nullable() && shall.defaultValue() == null)
                        .isPresent())
                .toList();
        MovedValues values = new MovedValues(
                table.name(),
                one.sources(),
                one.updates(OldNames.SAME),
                required,
                one.isRetyped() ? BELOW_TYPE : MergedRows.below(names),
                "in downgrade," + above(one)
                        + SqlText.ticked(one.inserts(sides.changes().old(), several(one, all))),
                List.of(),
                false);
        sides.changes()
                .doubt(
                        new Warning(
                                PossibleMove.RULE,
                                Warning.Level.WARNING,
                                names.stream()
                                        .map(c -> table.name().qualified() + "." + c)
                                        .toList(),
                                "the key of " + table.name().display() + " refers to "
                                        + one.parts().get(0).table().name().display()
                                        + " no more: its rows hold nothing in " + EnumChecks.words(names)
                                        + " unless the values move there",
                                values.cure(Map.of())),
                        sides.changes().rows(table.name()).all(),
                        values);
    }

    private static void twice(Table above, List<InheritedColumns> below, Sides sides) {
        String names = names(below);
        String rows = InheritedColumns.among(above, below, OldNames.SAME);
        String back = inserts(below, sides.changes().old(), all(sides));
        String since = behind(below).isEmpty()
                ? " from then on"
                : " once " + names + (below.size() == 1 ? " has its" : " have their") + " values";
        sides.changes()
                .doubt(
                        new Warning(
                                PossibleMove.RULE,
                                Warning.Level.WARNING,
                                List.of(above.name().qualified()),
                                "the rows of " + above.name().display() + " that belong to those of " + names
                                        + " stay, so each is there twice" + since,
                                (behind(below).isEmpty() ? "Where they are of subclasses" : "Where they have moved")
                                        + ", write `"
                                        + SqlText.call("DELETE FROM " + SqlText.name(above.name()) + " WHERE " + rows)
                                        + "` at the end of upgrade" + behind(below)
                                        + (back.isEmpty() ? "" : ", and in downgrade, write " + back)),
                        sides.changes()
                                .rows(above.name())
                                .does(
                                        InheritedColumns.among(
                                                above, below, sides.changes().old()),
                                        "row is one of them",
                                        "rows are some of them"),
                        null);
    }

    /** What is said of a table above that goes while those below it take its columns; null where they do not. */
    static @Nullable Warning gone(Table gone, Sides sides) {
        List<InheritedColumns> below = below(gone, all(sides));
        if (below.isEmpty() || !below.stream().allMatch(i -> i.covers(gone))) {
            return null;
        }
        String names = names(below);
        return new Warning(
                PossibleMove.RULE,
                Warning.Level.WARNING,
                List.of(gone.name().qualified()),
                "the rows of " + gone.name().display() + " are lost unless their values move to " + names,
                "Move them as said of " + names
                        + "; rows that belong to none of these are lost still: see them with `SELECT * FROM "
                        + SqlText.name(sides.changes().old().table(gone.name())) + " WHERE NOT ("
                        + InheritedColumns.among(gone, below, sides.changes().old()) + ")`");
    }

    private static String names(List<InheritedColumns> below) {
        List<String> names = new ArrayList<>();
        below.forEach(i -> names.add(i.apart().name().display()));
        return EnumChecks.words(names);
    }
}
