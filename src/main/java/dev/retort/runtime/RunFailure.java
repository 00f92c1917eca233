package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.RetortException;
import dev.retort.RevisionException;
import dev.retort.StoppedException;
import dev.retort.migration.Direction;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Plan.PlannedRevision;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A revision failed; becomes the error that says where, why, what was rolled back and what is kept. */
final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> ALREADY_THERE = Set.of("42P07", "42710", "42P06", "42723", "42701");

    /** A statement ran for too long, or somebody cancelled it. */
    private static final String TIMED_OUT = "57014";

    /** An enum's value is used by the transaction that has added it. */
    private static final String UNCOMMITTED_ENUM_VALUE = "55P04";

    /** The connection is lost, so nothing is known of what was kept. */
    static final int UNKNOWN = -1;

    private final transient PlannedRevision revision;
    private final Throwable error;
    private final int kept;
    private final String blockers;
    private final int tries;
    private final boolean stopped;

    private RunFailure(PlannedRevision revision, Throwable error, int kept, String blockers, int tries) {
        this(revision, error, kept, blockers, tries, false);
    }

    private RunFailure(
            PlannedRevision revision, Throwable error, int kept, String blockers, int tries, boolean stopped) {
        super(error);
        this.revision = revision;
        this.error = error;
        this.kept = kept;
        this.blockers = blockers;
        this.tries = tries;
        this.stopped = stopped;
    }

    /** Somebody has asked the run to stop. */
    static RunFailure stopped(PlannedRevision revision, Throwable error, int kept) {
        return new RunFailure(revision, error, kept, "", 1, true);
    }

    boolean stopped() {
        return stopped;
    }

    /**
     * The error to show where somebody has stopped the run.
     *
     * @param again the target to type for the rest of the run
     * @param before what ran before, and was committed
     * @param place where the database stands, as a sentence
     */
    RetortException exceptionOfStop(String again, List<RunResult.Ran> before, String place) {
        String way = revision.upgrades() ? "upgrade" : "downgrade";
        return new StoppedException(
                        "Interrupted in the " + way + " of "
                                + revision.revision().display(),
                        state(before, way) + (kept == UNKNOWN ? "" : " " + place),
                        "To go on: retort " + way + " " + again)
                .causedBy(error);
    }

    static RunFailure ofStatement(PlannedRevision revision, StepFailed failed, int kept, String blockers, int tries) {
        return new RunFailure(revision, failed, kept, blockers, tries);
    }

    static RunFailure ofCode(PlannedRevision revision, Throwable error, int kept) {
        return new RunFailure(revision, error, kept, "", 1);
    }

    /** The code of a revision failed while it was only heard, so that nothing has run. */
    static RetortException inCode(RevisionInfo revision, Direction direction, Throwable error) {
        if (error instanceof RefusedException
                || (error instanceof RetortException known && known.failure().contains(revision.display()))) {
            return (RetortException) error;
        }
        RunFailure failure = new RunFailure(new PlannedRevision(revision, direction, revision.id()), error, 0, "", 1);
        return failure.exception(
                "Correct the revision, and see what it says now: retort show " + revision.id(),
                "",
                "Nothing was run.",
                false,
                List.of(),
                RunSettings.DEFAULT);
    }

    /**
     * The error to show where all revisions shared one transaction.
     *
     * @param again the target to type for the run to be tried again
     * @param synced what {@code sync} made in the database
     * @param settings those of the run
     */
    RetortException exceptionOfWhole(String again, List<SyncTable.Made> synced, RunSettings settings) {
        String then = then(again + " --transaction all", 0);
        boolean lost = kept == UNKNOWN;
        return exception(
                "Correct the cause" + then,
                then,
                lost ? state(List.of(), "") : "Rolled back: the whole run. Nothing was changed.",
                lost,
                synced,
                settings);
    }

    /**
     * The error to show.
     *
     * @param again the target to type for the rest of the run
     * @param before what ran before
     * @param synced what {@code sync} made in the database
     * @param settings those of the run
     */
    RetortException exception(
            String again, List<RunResult.Ran> before, List<SyncTable.Made> synced, RunSettings settings) {
        if (settings.thrownAway()) {
            return ofScratch(settings);
        }
        String then = then(again, kept);
        return exception(
                "Correct the cause" + then,
                then,
                state(before, way()),
                kept != 0 || walked() > 0 || !before.isEmpty(),
                synced,
                settings);
    }

    /** Nothing that anybody has was run on, or is kept. */
    private RetortException ofScratch(RunSettings settings) {
        String then = ", and see whether the revisions run: retort verify";
        return exception(
                "Correct the revision" + then,
                then,
                "That was on the throw-away server, where the revisions are run to see what they make; no database of yours was touched.",
                false,
                List.of(),
                settings);
    }

    private String then(String again, int done) {
        return ", then run it again: retort " + way() + " " + again + goesOn(done);
    }

    private String way() {
        return revision.upgrades() ? "upgrade" : "downgrade";
    }

    /**
     * The error.
     *
     * @param cure what to do where nothing better is known
     * @param then how to go on, behind a cure
     * @param changed whether something is kept, or may be
     */
    private RetortException exception(
            String cure,
            String then,
            String happened,
            boolean changed,
            List<SyncTable.Made> synced,
            RunSettings settings) {
        String what = error instanceof StepFailed failed && failed.step() == 0
                ? "in one transaction"
                : "of " + revision.revision().display();
        String failure = "The " + way() + " " + what + " failed" + line();
        String state = "\n" + happened;
        if (error instanceof StepFailed step) {
            String said = SqlErrors.said(step.error());
            String sql = step.sql();
            String reason = (tries > 1 ? "after " + tries + " tries, " : "") + step.place() + ": " + said
                    + (sql == null ? "" : "\n  in: " + SqlErrors.shortened(sql, SqlErrors.position(step.error())))
                    + blockers
                    + state
                    + (step.left().isEmpty() ? "" : "\n" + step.left());
            String better =
                    FailureCauses.cure(step.error(), sql, revision.revision().warnings()) + then;
            if (TIMED_OUT.equals(step.error().getSQLState())) {
                better =
                        "If it only needs more time, give it: --statement-timeout 10min, or 0 for as long as it takes. "
                                + better;
            } else if (UNCOMMITTED_ENUM_VALUE.equals(step.error().getSQLState())) {
                better = "Let each revision have a transaction of its own: --transaction revision";
            }
            if (meetsWhatIsThere(step) && !settings.thrownAway()) {
                AlreadyThere there = new AlreadyThere(revision.revision(), synced, settings);
                reason += "\n" + there.reason();
                better = there.cure();
            }
            if (SqlErrors.DENIED.equals(step.error().getSQLState())) {
                better = SqlErrors.GRANT + then;
            }
            return new DatabaseException(failure, reason, better, step.error().getSQLState(), sql).causedBy(error);
        }
        if (error instanceof IrreversibleRevisionException || error instanceof RefusedException) {
            RetortException refused = (RetortException) error;
            return new RefusedException(failure, refused.reason() + state, refused.cure()).causedBy(error);
        }
        if (error instanceof DatabaseException database) {
            return new DatabaseException(
                            failure,
                            database.failure() + ": " + database.reason() + state,
                            database.cure(),
                            database.sqlState(),
                            database.statement())
                    .causedBy(error);
        }
        if (error instanceof RetortException retort) {
            return ofFile(failure, retort.failure() + ": " + retort.reason() + state, retort.cure(), changed);
        }
        return ofFile(failure, thrown(error) + state, cure, changed);
    }

    private RetortException ofFile(String failure, String reason, String cure, boolean changed) {
        RevisionException wrong = new RevisionException(failure, reason, cure);
        return (changed ? wrong.afterChanges() : wrong).causedBy(error);
    }

    /** What code of a revision threw; an error of static code says nothing itself. */
    static String thrown(Throwable error) {
        return error instanceof ExceptionInInitializerError && error.getCause() != null
                ? "static code threw " + error.getCause()
                : error.toString();
    }

    /** Whether it met an object of its name: SQLSTATE duplicate_table, duplicate_object, duplicate_schema, duplicate_function or duplicate_column. */
    private boolean meetsWhatIsThere(StepFailed step) {
        return revision.upgrades()
                && kept == 0
                && ALREADY_THERE.contains(String.valueOf(step.error().getSQLState()));
    }

    private String state(List<RunResult.Ran> before, String way) {
        if (kept == UNKNOWN) {
            return "The connection was lost, so the server has rolled back what was open; see where it stands with: retort current";
        }
        long walked = walked();
        String id = revision.revision().id();
        String steps = kept == 0 ? "" : kept == 1 ? "step 1" : "steps 1 to " + kept;
        String rolledBack = walked > 0
                ? "Rolled back: the batch that failed. Kept: " + (steps.isEmpty() ? "" : steps + ", and ")
                        + "the batches before it (over " + String.format(Locale.ROOT, "%,d", walked) + " rows) of " + id
                        + "."
                : kept == 0
                        ? "Rolled back: all of " + id + "."
                        : "Rolled back: step " + (kept + 1) + ". Kept: " + steps + " of " + id + ".";
        if (before.isEmpty()) {
            return rolledBack + (kept == 0 && walked == 0 ? " Nothing was changed." : "");
        }
        return rolledBack + " Kept: the " + way + " of "
                + before.stream().map(ran -> ran.revision().revision().id()).collect(Collectors.joining(", ")) + ".";
    }

    private String goesOn(int kept) {
        if (walked() > 0) {
            return " (it goes on with the next batch)";
        }
        return kept > 0 ? " (it goes on with step " + (kept + 1) + ")" : "";
    }

    private long walked() {
        return error instanceof StepFailed step ? step.walked() : 0;
    }

    /** Where in the revision's file it happened. */
    String line() {
        StackTraceElement frame = frame(error);
        return frame == null ? "" : " at " + frame.getFileName() + ":" + frame.getLineNumber();
    }

    private @Nullable StackTraceElement frame(Throwable thrown) {
        String className = revision.revision().className();
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().equals(className)
                    || element.getClassName().startsWith(className + "$")) {
                return element;
            }
        }
        return null;
    }
}
