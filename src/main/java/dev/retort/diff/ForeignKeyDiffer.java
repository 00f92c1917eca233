package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.operation.Warning;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;

/** The foreign keys of a table. */
final class ForeignKeyDiffer {

    private ForeignKeyDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        NamedDiff<ForeignKey> diff = NamedDiff.of(
                pair.from().foreignKeys(),
                pair.to().foreignKeys(),
                ForeignKey::name,
                (is, shall) -> stays(is, shall) && !isUnsettled(table, is, sides.impact()));
        diff.dropped()
                .forEach(k -> changes.add(Phase.DROP_FOREIGN_KEY, new DropConstraint(table, String.valueOf(k.name()))));
        for (ForeignKey key : diff.added()) {
            changes.add(Phase.ADD_FOREIGN_KEY, new AddConstraint(table, key));
            boolean grown = GrownReference.find(pair, key, diff.dropped(), sides);
            boolean proved =
                    pair.from().foreignKeys().stream().anyMatch(k -> sameReference(k, key) || leadsOn(k, key, sides));
            if (key.validated() && !proved) {
                DataWarnings.foreignKey(pair, key, grown, sides);
            }
            diff.dropped().stream()
                    .filter(d -> key.name() != null && key.name().equals(d.name()))
                    .forEach(d -> deferrabilityHint(table, d, key, changes));
        }
        TurnedValues.tell(pair, diff.added(), sides);
        PassedReference.tell(pair, diff.added(), sides);
        diff.kept().stream()
                .filter(p -> !p.from().validated() && p.to().validated())
                .forEach(p -> changes.add(
                        Phase.VALIDATE_CONSTRAINT, new ValidateConstraint(table, String.valueOf(p.to().name()))));
        diff.renamed(ForeignKey::name, k -> k.withName(null))
                .forEach(p -> ConstraintHint.add(
                        pair, String.valueOf(p.from().name()), String.valueOf(p.to().name()), changes));
    }

    private static boolean stays(ForeignKey is, ForeignKey shall) {
        return is.equals(shall) || (shall.validated() && is.withValidated(true).equals(shall));
    }

    /** Whether the key has to go although it stays the same, because something that it rests on goes for a while. */
    static boolean isUnsettled(ObjectName table, ForeignKey key, Impact impact) {
        ObjectName target = impact.root(key.target());
        return impact.dropsKey(target, key.targetColumns())
                || impact.touchesRebuilt(table, key.columns())
                || impact.touchesRebuilt(target, key.targetColumns())
                || impact.touchesReshaped(table, key.columns())
                || impact.touchesReshaped(target, key.targetColumns());
    }

    /** Whether rows that satisfy the one satisfy the other. */
    private static boolean sameReference(ForeignKey a, ForeignKey b) {
        return a.validated()
                && a.columns().equals(b.columns())
                && a.target().equals(b.target())
                && a.targetColumns().equals(b.targetColumns())
                && a.period() == b.period()
                && (a.matchFull() || !b.matchFull());
    }

    /** Whether rows that satisfy the one satisfy the other by what they refer to. */
    private static boolean leadsOn(ForeignKey is, ForeignKey shall, Sides sides) {
        return is.validated()
                && is.columns().equals(shall.columns())
                && !is.period()
                && !shall.period()
                && (is.matchFull() || !shall.matchFull())
                && EarlyKeys.leads(is, shall, sides.from());
    }

    private static void deferrabilityHint(ObjectName table, ForeignKey is, ForeignKey shall, Changes changes) {
        Deferrability deferrability = shall.deferrability();
        if (is.deferrability() != deferrability
                && is.withDeferrability(deferrability).equals(shall)) {
            changes.warn(
                    "alter-constraint",
                    Warning.Level.INFO,
                    table.qualified() + "." + shall.name(),
                    "only the deferrability of the foreign key changes; op.alterConstraint does it without checking the rows again",
                    "Write `op.alterConstraint(" + SqlText.java(table.display()) + ", "
                            + SqlText.java(String.valueOf(shall.name())) + ")"
                            + switch (deferrability) {
                                case NOT_DEFERRABLE -> "";
                                case INITIALLY_IMMEDIATE -> ".deferrable()";
                                case INITIALLY_DEFERRED -> ".initiallyDeferred()";
                            }
                            + "` in the place of the drop and the add");
        }
    }
}
