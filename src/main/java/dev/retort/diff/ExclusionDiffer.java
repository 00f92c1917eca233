package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ObjectName;

/** The exclusion constraints of a table. */
final class ExclusionDiffer {

    private ExclusionDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        NamedDiff<Exclusion> diff = NamedDiff.of(
                pair.from().exclusions(),
                pair.to().exclusions(),
                Exclusion::name,
                (is, shall) -> is.definition().equals(shall.definition())
                        && !sides.impact().unsettles(table, is.definition()));
        diff.dropped()
                .forEach(e -> changes.add(Phase.DROP_CONSTRAINT, new DropConstraint(table, String.valueOf(e.name()))));
        diff.added().forEach(e -> {
            changes.add(Phase.ADD_KEY, new AddConstraint(table, e));
            ExclusionRows.warn(pair, e, sides);
        });
        diff.renamed(Exclusion::name, Exclusion::definition)
                .forEach(p -> ConstraintHint.add(
                        pair, String.valueOf(p.from().name()), String.valueOf(p.to().name()), changes));
    }
}
