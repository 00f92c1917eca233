package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.migration.Direction;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;

/** Finds what a plan cannot undo before it touches anything. */
public final class Irreversibles {

    private final RevisionLoader loader;

    /** Hears the revisions of a loader. */
    public Irreversibles(RevisionLoader loader) {
        this.loader = loader;
    }

    /**
     * Hears every downgrade of the plan without a database.
     *
     * @throws RefusedException if one says that there is no way back
     */
    public void refuse(Plan plan) {
        for (PlannedRevision step : plan.steps()) {
            if (step.direction() == Direction.DOWNGRADE) {
                refuse(step);
            }
        }
    }

    private void refuse(PlannedRevision step) {
        RecordingOperations recording = new RecordingOperations();
        try {
            Hearing.hear(step.revision(), step.direction(), loader, recording);
        } catch (IrreversibleRevisionException e) {
            throw refused(step, e.reason(), e);
        } catch (NeedsDatabaseException e) {
            // What it says after its first question is heard when it runs, and its transaction is rolled back then.
            System.getLogger(Irreversibles.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "The downgrade of " + step.revision().id() + " asks the database",
                            e);
        }
        for (Operation operation : recording.operations()) {
            if (operation instanceof Irreversible irreversible) {
                throw refused(step, irreversible.reason(), null);
            }
        }
    }

    private static RuntimeException refused(
            PlannedRevision step, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        RefusedException refused = new RefusedException(
                "Revision " + step.revision().display() + " cannot be downgraded",
                reason + (reason.endsWith(".") ? "" : ".") + " Nothing was changed.",
                "Stop at it: retort downgrade " + step.revision().id()
                        + "\nTo go further back, restore a backup, or write a revision that repairs forward.");
        return cause == null ? refused : refused.causedBy(cause);
    }
}
