package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The checks of enumerated attributes, whose change is one of their values. */
final class EnumChecks {

    private EnumChecks() {}

    /** Says what becomes of the values; false if the new check is not another list of values for the column of an old one. */
    static boolean changed(TablePair pair, List<Check> dropped, Check added, Sides sides) {
        Changes changes = sides.changes();
        AllowedValues shall = AllowedValues.of(added.expression()).orElse(null);
        if (shall == null || !pair.fromColumns().containsKey(shall.column())) {
            return false;
        }
        AllowedValues is = dropped.stream()
                .filter(Check::validated)
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(shall.column()) && v.numbers() == shall.numbers())
                .findFirst()
                .orElse(null);
        if (is == null) {
            return EnumStorage.isToldByType(pair, shall, sides)
                    || TruthWords.isToldByType(pair, shall, sides)
                    || EnumStorage.changed(pair, dropped, added, shall, changes);
        }
        ObjectName table = pair.name();
        LeavingValues gap = new LeavingValues(
                table,
                changes.old().table(table),
                shall.column(),
                changes.old().column(table, shall.column()),
                is.values(),
                shall.values(),
                shall.numbers());
        if (!gap.gone().isEmpty()) {
            leave(pair, gap, String.valueOf(added.name()), changes);
        }
        if (!is.values().equals(shall.values())) {
            if (ordinals(shall, pair)) {
                codes(
                        pair,
                        shall.column(),
                        "where the numbers are places of an enum's constants, rows keep their meaning only where the change is at"
                                + " its end; a constant put before others moves those by one",
                        sides);
            } else if (shall.numbers() && moved(gap)) {
                codes(
                        pair,
                        shall.column(),
                        "numbers leave and others come, so those that stay may mean something else now, as where all move by one: other"
                                + " constants of an enum, or other classes",
                        sides);
            }
        }
        return true;
    }

    /** Whether a number comes in the place of another, while there are some that stay. */
    private static boolean moved(LeavingValues gap) {
        return !gap.gone().isEmpty()
                && !gap.fresh().isEmpty()
                && gap.gone().size() < gap.is().size();
    }

    /** Says that numbers may mean something else, which no check shows. */
    private static void codes(TablePair pair, String column, String message, Sides sides) {
        String name = ReservedWords.quote(column);
        // An index that comes with the revision comes after the check.
        Table then = pair.to().toBuilder()
                .indexes(pair.to().indexes().stream()
                        .filter(pair.from().indexes()::contains)
                        .toList())
                .build();
        sides.changes()
                .warn(
                        "ordinal-enum-changed",
                        Warning.Level.WARNING,
                        pair.name().qualified() + "." + column,
                        message,
                        "If any moved, write right above the new check "
                                + new KeysAside(then, pair.name(), UnaryOperator.identity(), sides)
                                        .around(
                                                List.of(column),
                                                "UPDATE " + SqlText.name(pair.name()) + " SET " + name + " = CASE "
                                                        + name + " WHEN … THEN … ELSE " + name + " END")
                                + ", which moves all at once; in downgrade, the same the other way round");
    }

    /** Whether the numbers are places of an enum's constants: Hibernate counts them from 0 in a smallint. Other ranges are numbers with a meaning of their own. */
    private static boolean ordinals(AllowedValues values, TablePair pair) {
        Column column = pair.fromColumns().get(values.column());
        return values.numbers()
                && column != null
                && column.type().base().equals("smallint")
                && EnumStorage.places(values);
    }

    private static void leave(TablePair pair, LeavingValues gap, String check, Changes changes) {
        String column = String.valueOf(gap.column());
        RowQuestion rows = changes.rows(pair.name()).holdsOneOf(column, constants(gap), false);
        changes.doubt(
                new Warning(
                        "data-dependent-check",
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + check),
                        "the check " + check + " on " + pair.name().display() + leaving(gap.gone(), column),
                        cure(gap)),
                rows,
                gap);
    }

    /** The warning of some of its values alone. */
    static Warning narrowed(Warning warning, LeavingValues gap, List<String> rest) {
        String column = String.valueOf(gap.column());
        String message = warning.message().replace(leaving(gap.gone(), column), leaving(rest, column));
        return new Warning(
                warning.rule(),
                warning.level(),
                warning.objects(),
                message,
                warning.cure().replace(cure(gap), cure(gap, rest)));
    }

    private static String leaving(List<String> gone, String column) {
        return " no longer allows " + words(gone) + " in " + column + ": it fails if a row holds "
                + (gone.size() == 1 ? "it" : "one of them");
    }

    /** What to type for values that leave. */
    static String cure(LeavingValues gap) {
        return cure(gap, gap.gone());
    }

    /** The same for some of them, the others being answered. */
    static String cure(LeavingValues gap, List<String> open) {
        // A number says nothing of what it means, so the one that comes need not be the one that left.
        boolean sure = gap.fresh().size() == 1
                && gap.gone().size() == 1
                && (!gap.numbers() || gap.is().size() == 1);
        String target = sure ? gap.fresh().get(0) : "VALUE";
        return "Say what becomes of such rows: `"
                + open.stream()
                        .map(v -> "--map " + OptionPath.shell(gap.option(v, target)))
                        .collect(Collectors.joining(" "))
                + "`";
    }

    static List<String> constants(LeavingValues gap) {
        return constants(gap, gap.gone());
    }

    static List<String> constants(LeavingValues gap, List<String> values) {
        return values.stream().map(v -> SqlText.value(v, gap.numbers())).toList();
    }

    static String words(List<String> values) {
        return values.size() < 2
                ? String.join("", values)
                : String.join(", ", values.subList(0, values.size() - 1)) + " and " + values.get(values.size() - 1);
    }
}
