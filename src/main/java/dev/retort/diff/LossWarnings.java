package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.List;

/** Warnings about rows and values that go, each with what keeps them. */
final class LossWarnings {

    private LossWarnings() {}

    static void column(TablePair pair, String column, Sides sides) {
        Changes changes = sides.changes();
        String object = pair.name().qualified() + "." + column;
        String lost = "the values of " + pair.name().display() + "." + column + " are lost";
        PossibleMove move = PossibleMove.of(pair, column, sides);
        changes.doubt(
                move == null
                        ? loss(object, lost, KeptValues.columns(pair, sides))
                        : new Warning(
                                PossibleMove.RULE,
                                Warning.Level.WARNING,
                                List.of(object),
                                lost + " unless they move to the new table "
                                        + move.table().name().display(),
                                move.cure(changes.old().table(pair.name()))),
                changes.rows(pair.name()).holdsAny(column),
                null);
    }

    static void table(Table table, Sides sides) {
        ObjectName name = table.name();
        Warning moved = MergedRows.of(table, sides);
        sides.changes()
                .doubt(
                        moved != null
                                ? moved
                                : loss(
                                        name.qualified(),
                                        "the rows of " + name.display() + " are lost",
                                        KeptValues.table(table, sides)),
                        sides.changes().rows(name).all(),
                        null);
    }

    private static Warning loss(String object, String message, String cure) {
        return new Warning("data-loss", Warning.Level.WARNING, List.of(object), message, cure);
    }
}
