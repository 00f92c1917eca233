package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warnings about rows and values that go, each with what keeps them. */
final class LossWarnings {

    private LossWarnings() {}

    static void column(TablePair pair, String column, Sides sides) {
        Changes changes = sides.changes();
        String object = pair.name().qualified() + "." + column;
        String lost = "the values of " + pair.name().display() + "." + column + " are lost";
        MovedValues.Told moved = moved(pair, column, lost, sides);
        changes.doubt(
                moved != null ? moved.warning() : loss(object, lost, KeptValues.columns(pair, sides)),
                changes.rows(pair.name()).holdsAny(column),
                moved != null ? moved.values() : null);
    }

    /** What is said where something may take the values. */
    private static MovedValues.@Nullable Told moved(TablePair pair, String column, String lost, Sides sides) {
        PossibleMove move = PossibleMove.of(pair, column, sides);
        if (move == null) {
            Warning scattered = ArrayElements.scattered(pair, column, sides);
            scattered = scattered == null ? TablesPerClass.joined(pair, column, sides) : scattered;
            scattered = scattered == null ? ClassTable.column(pair, column, sides) : scattered;
            return scattered != null ? new MovedValues.Told(scattered, null) : MovedColumns.of(pair, column, sides);
        }
        return new MovedValues.Told(
                new Warning(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        lost + " unless they move to the new table "
                                + move.table().name().display(),
                        move.cure(sides.changes().old().table(pair.name()))),
                null);
    }

    static void table(Table table, Sides sides) {
        ObjectName name = table.name();
        MovedValues.Told moved = MergedRows.of(table, sides);
        sides.changes()
                .doubt(
                        moved != null
                                ? moved.warning()
                                : loss(
                                        name.qualified(),
                                        "the rows of " + name.display() + " are lost",
                                        KeptValues.table(table, sides)),
                        sides.changes().rows(name).all(),
                        moved != null ? moved.values() : null);
    }

    private static Warning loss(String object, String message, String cure) {
        return new Warning("data-loss", Warning.Level.WARNING, List.of(object), message, cure);
    }
}
