package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The primary key of a table. */
final class PrimaryKeyDiffer {

    private PrimaryKeyDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        PrimaryKey is = pair.from().primaryKey();
        PrimaryKey shall = pair.to().primaryKey();
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        boolean drop = is != null && mustDrop(is, shall, sides.impact(), table);
        if (is != null && drop) {
            changes.add(Phase.DROP_CONSTRAINT, new DropConstraint(table, String.valueOf(is.name())));
        }
        if (shall != null && (is == null || drop)) {
            changes.add(Phase.ADD_KEY, new AddConstraint(table, shall));
            if (shall.withoutOverlaps()) {
                DataWarnings.overlaps(pair, shall.columns(), String.valueOf(shall.name()), changes);
            } else if (is == null
                    || is.withoutOverlaps()
                    // Rows that differ in the old key's columns differ in more columns too, but not in fewer.
                    || !new HashSet<>(shall.columns()).containsAll(is.columns())) {
                DataWarnings.unique(
                        pair, NewKey.of(shall.columns(), true), String.valueOf(shall.name()), "primary key", changes);
            }
        }
        if (is != null && shall != null && !drop && !is.columns().equals(shall.columns())) {
            changes.warn(
                    "primary-key-order",
                    Warning.Level.INFO,
                    table.qualified(),
                    "the primary key has the same columns in another order, which is left as it is: ("
                            + String.join(", ", is.columns()) + ") here, (" + String.join(", ", shall.columns())
                            + ") there",
                    "Nothing to do while no query looks for " + shall.columns().get(0)
                            + " alone; else give its entity `Index(columnList = "
                            + SqlText.java(shall.columns().get(0)) + ")`");
        }
        if (is != null && shall != null && drop && sameKey(is, shall) && !Objects.equals(is.name(), shall.name())) {
            ConstraintHint.add(pair, String.valueOf(is.name()), String.valueOf(shall.name()), changes);
        }
    }

    static boolean mustDrop(PrimaryKey is, @Nullable PrimaryKey shall, Impact impact, ObjectName table) {
        return shall == null
                || !Objects.equals(is.name(), shall.name())
                || !sameKey(is, shall)
                || impact.touchesRebuilt(table, is.columns())
                || impact.touchesRebuilt(table, is.include())
                // A key does not let go of its columns' NOT NULL.
                || is.columns().stream().anyMatch(c -> impact.freed.contains(new ColumnRef(table, c)));
    }

    private static boolean sameKey(PrimaryKey a, PrimaryKey b) {
        return new HashSet<>(a.columns()).equals(new HashSet<>(b.columns()))
                && new HashSet<>(a.include()).equals(new HashSet<>(b.include()))
                && a.deferrability() == b.deferrability()
                && a.withoutOverlaps() == b.withoutOverlaps()
                && (!a.withoutOverlaps() || a.columns().equals(b.columns()));
    }
}
