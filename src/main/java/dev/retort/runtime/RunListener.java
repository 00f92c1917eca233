package dev.retort.runtime;

import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import java.time.Duration;
import java.util.List;

/** Hears what a run does, as it does it; called on the thread that runs. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** Another run is going on and is waited for. */
    default void waiting(String holder) {}

    /** Applied revisions were edited since; heard before anything runs, also where there is nothing to do. */
    default void edited(List<Edited> revisions) {}

    /** The run begins; the plan is what will happen. */
    default void planned(Plan plan) {}

    /** A revision begins. */
    default void started(PlannedRevision revision) {}

    /** A step of a revision was done by an earlier run that failed later, and is left out. */
    default void resumed(PlannedRevision revision, int step) {}

    /** An operation of a revision comes; what is given runs before it, in the same step. */
    default List<Operation> before(PlannedRevision revision, Operation operation) {
        return List.of();
    }

    /** A statement begins; one that batches, or runs code of the revision, says so by its text. */
    default void running(PlannedRevision revision, int step, String sql) {}

    /** A statement that waits for its locks for ever is kept waiting; heard on another thread, again when it is by others. */
    default void blocked(PlannedRevision revision, String who) {}

    /** A statement has run. */
    default void ran(PlannedRevision revision, int step, String sql, Duration took) {}

    /** A statement that works in batches tells how far it is; heard on the thread that listens, while the other waits for the statement. */
    default void batch(PlannedRevision revision, String progress) {}

    /** A step met a lock or a deadlock, was rolled back, and is tried again after a pause. */
    default void retrying(PlannedRevision revision, int step, String why, Duration pause) {}

    /** A revision is done and noted in the version table; where all share one transaction, heard once that is committed. */
    default void finished(RunResult.Ran ran) {}
}
