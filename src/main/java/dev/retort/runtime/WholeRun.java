package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.migration.RecordingOperations.RecordedOperation;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.sql.SqlRenderer;
import java.util.List;

/** Makes sure that a plan fits into one transaction before it touches anything. */
final class WholeRun {

    /** What undoes the wish for one transaction. */
    static final String NOT_WHOLE = "--transaction revision";

    private final RevisionLoader loader;

    WholeRun(RevisionLoader loader) {
        this.loader = loader;
    }

    /**
     * Hears every revision of the plan without a database.
     *
     * @param again what to type for the same run in several transactions
     * @throws RefusedException if one leaves its transaction, or is half done outside one
     */
    void refuse(Plan plan, List<HalfDone> halfDone, String again) {
        for (PlannedRevision step : plan.steps()) {
            if (!step.revision().transactional() || leaves(step)) {
                throw refused(step, again);
            }
            for (HalfDone left : halfDone) {
                if (left.revision().equals(step.revision().id())) {
                    throw new RefusedException(
                            "Revision " + step.revision().display() + " is half done",
                            left.story() + " It cannot become a part of one transaction any more.",
                            "Finish it by itself: " + command(step));
                }
            }
        }
    }

    /** The error for a revision that does something no transaction can hold, which it says only now. */
    static RefusedException refused(PlannedRevision step) {
        return refused(step, command(step));
    }

    private static RefusedException refused(PlannedRevision step, String again) {
        return new RefusedException(
                "The run does not fit into one transaction",
                "Revision " + step.revision().display()
                        + " does something outside of one (op.outsideTransaction, op.inBatches, a concurrent index, or"
                        + " transactional = false). Nothing was changed.",
                "Let each revision have its own: " + again);
    }

    /** Runs one step, in transactions of its own. */
    private static String command(PlannedRevision step) {
        return command(step, step.target());
    }

    /** Runs the way of a step as far as a target, each revision in a transaction of its own. */
    static String command(PlannedRevision step, String target) {
        return "retort " + (step.upgrades() ? "upgrade " : "downgrade ") + target + " " + NOT_WHOLE;
    }

    private boolean leaves(PlannedRevision step) {
        RecordingOperations recording = new RecordingOperations();
        try {
            Hearing.hear(step.revision(), step.direction(), loader, recording);
        } catch (NeedsDatabaseException e) {
            // What it says after its first question is heard when it runs, and rolled back with the rest.
            System.getLogger(WholeRun.class.getName())
                    .log(System.Logger.Level.DEBUG, step.revision().id() + " asks the database", e);
        }
        return recording.recorded().stream().anyMatch(WholeRun::leaves);
    }

    private static boolean leaves(RecordedOperation recorded) {
        return recorded.outsideTransaction()
                || SqlRenderer.render(recorded.operation()).stream().anyMatch(statement -> !statement.transactional());
    }
}
