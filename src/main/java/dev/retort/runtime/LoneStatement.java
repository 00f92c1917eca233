package dev.retort.runtime;

import dev.retort.migration.BatchBlock;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import java.sql.SQLException;

/**
 * One statement outside a transaction, a step of its own: noted before it begins and when it is done, so that a later run knows whether it may have
 * happened.
 */
final class LoneStatement {

    private final PlannedRevision revision;
    private final int step;
    private final String hash;
    private final WorkConnection connection;
    private final Progress progress;

    LoneStatement(PlannedRevision revision, int step, String hash, WorkConnection connection, Progress progress) {
        this.revision = revision;
        this.step = step;
        this.hash = hash;
        this.connection = connection;
        this.progress = progress;
    }

    /** Runs the statement itself. */
    @FunctionalInterface
    interface Body {
        void run() throws SQLException;
    }

    /**
     * Runs it, unless an earlier run has.
     *
     * @throws dev.retort.RefusedException if it is not known whether it happened, or an index of the name is another one
     * @throws StepFailed if the server refuses it
     */
    void run(Operation operation, String sql, Limits limits, Limits ofCleaning, Body body) throws SQLException {
        boolean begun = progress.isBegun(step, hash);
        ConcurrentIndex index = ConcurrentIndex.of(operation, connection);
        if (index == null && begun) {
            UnknownEnd.refuse(revision, step, sql, progress.table());
        }
        boolean batches = BatchBlock.is(sql);
        if (batches) {
            progress.beginBatches(step);
        }
        if (index == null || !index.isDone(begun)) {
            progress.begin(step, hash);
            try {
                perform(limits, body);
            } catch (StepFailed e) {
                throw batches ? broken(e) : answered(e, sql, index, ofCleaning);
            }
        }
        if (index != null) {
            index.check();
        }
        progress.done(step, hash);
    }

    private void perform(Limits limits, Body body) throws SQLException {
        connection.alone(limits);
        try {
            body.run();
        } finally {
            if (!connection.jdbc().isClosed()) {
                connection.aloneNoMore();
            }
        }
    }

    /** Batches that are committed stay, and so does the note that they are half done. */
    private StepFailed broken(StepFailed failed) throws SQLException {
        if (connection.jdbc().isClosed()) {
            return failed;
        }
        long walked = progress.walked();
        if (walked == 0) {
            progress.notBegun(step, hash);
            return failed;
        }
        return failed.behind(walked);
    }

    /** Where the server has answered, the statement did not happen and need not be suspected of it. */
    private StepFailed answered(
            StepFailed failed, String sql, @org.jspecify.annotations.Nullable ConcurrentIndex index, Limits limits)
            throws SQLException {
        if (connection.jdbc().isClosed()) {
            return failed;
        }
        progress.notBegun(step, hash);
        if (index == null) {
            return failed.leaving(LeftIndexes.of(connection.jdbc(), sql));
        }
        try {
            return failed.leaving(index.cleanUp(limits));
        } finally {
            connection.aloneNoMore();
        }
    }
}
