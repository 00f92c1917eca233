package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.RevisionException;
import dev.retort.migration.BatchBlock;
import dev.retort.migration.BoundSql;
import dev.retort.migration.DatabaseWork;
import dev.retort.migration.Row;
import dev.retort.migration.Sink;
import dev.retort.operation.Execute;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run through a revision: takes its operations as they come and runs each at once, in steps. A step is a transaction, or one statement outside. Steps
 * that an earlier run has done are heard and left out.
 */
final class RevisionAttempt implements Sink {

    private final PlannedRevision revision;
    private final WorkConnection connection;
    private final Progress progress;
    private final RunListener listener;
    private final BlockerWatch watch;
    private final Clock clock;
    private final StringBuilder said = new StringBuilder();
    private int step = 1;
    private int resumed;
    private int statements;
    private boolean open;
    private boolean commitPending;
    private boolean outside;
    private @Nullable StepFailed failed;

    RevisionAttempt(
            PlannedRevision revision,
            WorkConnection connection,
            Progress progress,
            RunListener listener,
            BlockerWatch watch,
            Clock clock) {
        this.revision = revision;
        this.connection = connection;
        this.progress = progress;
        this.listener = listener;
        this.watch = watch;
        this.clock = clock;
        this.outside = !revision.revision().transactional();
    }

    /** Moves the version and ends the last transaction. */
    void finish(Progress.VersionMove move) {
        StepFailed earlier = failed;
        if (earlier != null) {
            // The revision's own code has swallowed it; the transaction is lost all the same.
            throw earlier;
        }
        if (open && progress.isDone(step)) {
            endStep();
        }
        attempt(null, () -> {
            if (!open) {
                connection.begin();
            }
            move.move(connection.jdbc());
            connection.commit();
        });
    }

    /** The statement that failed, even where the revision's own code has caught it; null for none. */
    @Nullable
    StepFailed failed() {
        return failed;
    }

    /** How many steps there are, once it is finished. */
    int steps() {
        return open || step == 1 ? step : step - 1;
    }

    int resumed() {
        return resumed;
    }

    int statements() {
        return statements;
    }

    @Override
    public void accept(Operation operation) {
        if (operation instanceof Irreversible irreversible) {
            throw new RefusedException(
                    "Revision " + revision.revision().display() + " cannot be "
                            + (revision.upgrades() ? "upgraded" : "downgraded"),
                    irreversible.reason(),
                    "Restore a backup, or write a new revision that repairs forward: retort revision -m MESSAGE");
        }
        for (Statement statement : SqlRenderer.render(operation)) {
            if (outside || !statement.transactional()) {
                List<String> parts =
                        operation instanceof Execute ? SqlSplitter.split(statement.sql()) : List.of(statement.sql());
                parts.forEach(sql -> alone(operation, sql, sql, () -> run(sql)));
            } else {
                inTransaction(statement.sql(), statement.commitAfter(), () -> connection.execute(statement.sql()));
            }
        }
    }

    @Override
    public void execute(BoundSql sql) {
        if (outside) {
            alone(new Execute(sql.sql()), sql.sql(), sql.literal(), () -> sql.execute(connection.jdbc()));
        } else {
            inTransaction(sql.sql(), false, () -> sql.execute(connection.jdbc()));
        }
    }

    @Override
    public void run(String label, DatabaseWork work) {
        String name = "-- " + label.replaceAll("\\R", " ");
        if (outside) {
            alone(new Execute(name), name, name, () -> work.run(connection.jdbc()));
        } else {
            inTransaction(name, false, () -> work.run(connection.jdbc()));
        }
    }

    @Override
    public List<Row> query(BoundSql sql) {
        refuseAfterFailure();
        if (commitPending) {
            endStep();
        }
        try {
            if (progress.isAtOrBefore(step)) {
                // Its changes, if it made any, are there already: it may look and not touch.
                return connection.queryReadOnly(sql);
            }
            if (!outside) {
                beginStep();
            }
            return sql.query(connection.jdbc());
        } catch (SQLException e) {
            throw failure(sql.sql(), e);
        }
    }

    @Override
    public void outsideTransaction(Runnable body) {
        boolean before = outside;
        endStep();
        outside = true;
        try {
            body.run();
        } finally {
            outside = before;
        }
    }

    private void inTransaction(String sql, boolean commitAfter, Work work) {
        refuseAfterFailure();
        if (commitPending && !commitAfter) {
            endStep();
        }
        beginStep();
        said.append(sql).append('\u0000');
        if (!progress.isDone(step)) {
            timed(sql, work);
        }
        commitPending |= commitAfter;
    }

    private void alone(Operation operation, String sql, String hashed, Work work) {
        refuseAfterFailure();
        endStep();
        said.append(hashed).append('\u0000');
        String hash = hash();
        if (progress.isDone(step)) {
            leaveOut(hash);
            return;
        }
        boolean begun = progress.isBegun(step, hash);
        attempt(sql, () -> {
            ConcurrentIndex index = ConcurrentIndex.of(operation, connection);
            if (index == null && begun) {
                UnknownEnd.refuse(revision, step, sql, progress.table());
            }
            if (index == null || !index.isDone(begun)) {
                progress.begin(step, hash);
                runAlone(sql, work, hash);
            }
            if (index != null) {
                index.check();
            }
            progress.done(step, hash);
        });
        step++;
    }

    private void runAlone(String sql, Work work, String hash) throws SQLException {
        connection.alone();
        try {
            timed(sql, work);
        } catch (StepFailed e) {
            // The server has answered, so the statement did not happen and need not be suspected of it.
            if (!connection.jdbc().isClosed()) {
                progress.notBegun(step, hash);
            }
            throw e;
        } finally {
            if (!connection.jdbc().isClosed()) {
                connection.aloneNoMore();
            }
        }
    }

    private void run(String sql) throws SQLException {
        if (BatchBlock.is(sql)) {
            connection.executeBatches(sql, text -> listener.batch(revision, text));
        } else {
            connection.execute(sql);
        }
    }

    private void beginStep() {
        if (!open && !progress.isDone(step)) {
            attempt(null, connection::begin);
        }
        open = true;
    }

    private void endStep() {
        refuseAfterFailure();
        commitPending = false;
        if (!open) {
            return;
        }
        open = false;
        String hash = hash();
        if (progress.isDone(step)) {
            leaveOut(hash);
            return;
        }
        attempt(null, () -> {
            progress.doneInTransaction(step, hash);
            connection.commit();
        });
        step++;
    }

    private void leaveOut(String hash) {
        if (!progress.isDone(step, hash)) {
            throw new RevisionException(
                    "Revision " + revision.revision().display() + " cannot go on where it failed",
                    "An earlier run has done its step " + step + ", and "
                            + revision.revision().location() + " now says something else there.",
                    "Put back what the file said for the steps that are done; or undo them by hand and forget them with: retort stamp "
                            + "REV --purge, where REV is what retort current says.");
        }
        resumed++;
        listener.resumed(revision, step);
        step++;
    }

    private String hash() {
        String hash = Hashes.sha256(said.toString());
        said.setLength(0);
        return hash;
    }

    private void timed(String sql, Work work) {
        Instant start = clock.instant();
        watch.begin();
        try {
            attempt(sql, work);
        } finally {
            watch.end();
        }
        statements++;
        listener.ran(revision, step, sql, Duration.between(start, clock.instant()));
    }

    /** Something that the server may refuse. */
    private interface Work {
        void run() throws SQLException;
    }

    private void attempt(@Nullable String sql, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private StepFailed failure(@Nullable String sql, SQLException error) {
        StepFailed failure = new StepFailed(step, sql, error);
        failed = failure;
        return failure;
    }

    private void refuseAfterFailure() {
        StepFailed earlier = failed;
        if (earlier != null) {
            throw earlier;
        }
    }
}
