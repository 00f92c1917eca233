package dev.retort.diff;

import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Index;
import dev.retort.schema.Table;

/** Parts of tables that go which hold on to a type or function that is made anew before: tables go late, so that data can be moved out of them. */
final class LeavingTables {

    private LeavingTables() {}

    /** Drops them ahead of their tables. */
    static void release(Sides sides) {
        if (sides.impact().replacesTypes()) {
            sides.from().allTables().stream()
                    .filter(t -> !sides.to().tables().containsKey(t.name()))
                    .forEach(t -> release(t, sides));
        }
    }

    private static void release(Table table, Sides sides) {
        Impact impact = sides.impact();
        for (Check check : table.checks()) {
            if (impact.unsettles(table.name(), check.expression().sql())) {
                drop(table, String.valueOf(check.name()), sides);
            }
        }
        for (Exclusion exclusion : table.exclusions()) {
            if (impact.unsettles(table.name(), exclusion.definition())) {
                drop(table, String.valueOf(exclusion.name()), sides);
            }
        }
        for (Index index : table.indexes()) {
            if (IndexDiffer.mustDrop(index, index, impact, table.name())) {
                sides.changes()
                        .add(
                                Phase.DROP_INDEX,
                                new DropIndex(table.name().sibling(String.valueOf(index.name())), false));
            }
        }
        for (Column column : table.columns()) {
            if (column.generated() != null
                    && (impact.isRebuilt(table.name(), column.name())
                            || impact.unsettles(
                                    table.name(),
                                    column.generated().expression().sql()))) {
                sides.changes().add(Phase.DROP_COMPUTED_COLUMN, new DropColumn(table.name(), column.name()));
            }
        }
    }

    private static void drop(Table table, String constraint, Sides sides) {
        sides.changes().add(Phase.DROP_CONSTRAINT, new DropConstraint(table.name(), constraint));
    }
}
