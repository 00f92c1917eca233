package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Unique;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unique constraints of a table; their columns are a set. */
final class UniqueDiffer {

    private UniqueDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        NamedDiff<Unique> diff = NamedDiff.of(
                pair.from().uniques(),
                pair.to().uniques(),
                Unique::name,
                (is, shall) -> !mustDrop(is, shall, sides.impact(), table));
        diff.dropped()
                .forEach(u -> changes.add(Phase.DROP_CONSTRAINT, new DropConstraint(table, String.valueOf(u.name()))));
        for (Unique unique : diff.added()) {
            changes.add(Phase.ADD_KEY, new AddConstraint(table, unique));
            boolean proved = pair.from().uniques().stream().anyMatch(u -> implies(u, unique));
            if (unique.withoutOverlaps()) {
                DataWarnings.overlaps(pair, unique.columns(), String.valueOf(unique.name()), changes);
            } else if (!proved) {
                DataWarnings.unique(
                        pair,
                        NewKey.of(unique.columns(), unique.nullsNotDistinct()),
                        String.valueOf(unique.name()),
                        "unique constraint",
                        changes);
            }
        }
        diff.renamed(Unique::name, UniqueDiffer::definition)
                .forEach(p -> ConstraintHint.add(
                        pair, String.valueOf(p.from().name()), String.valueOf(p.to().name()), changes));
    }

    static boolean mustDrop(Unique is, @Nullable Unique shall, Impact impact, ObjectName table) {
        return shall == null
                || !definition(is).equals(definition(shall))
                || impact.touchesRebuilt(table, is.columns())
                || impact.touchesRebuilt(table, is.include());
    }

    /** What the constraint is, its name left out. */
    static List<Object> definition(Unique unique) {
        return List.of(
                new HashSet<>(unique.columns()),
                unique.nullsNotDistinct(),
                new HashSet<>(unique.include()),
                unique.deferrability(),
                unique.withoutOverlaps() ? unique.columns() : List.of());
    }

    private static boolean implies(Unique is, Unique shall) {
        return !is.withoutOverlaps()
                && new HashSet<>(shall.columns()).containsAll(is.columns())
                && (is.nullsNotDistinct() || !shall.nullsNotDistinct());
    }
}
