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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run through a revision: takes its operations as they come and runs each at once, in steps. A step is a transaction, or one statement outside. Steps
 * that an earlier run has done are heard and left out. Above 300 lines, as every operation goes through the one state of what is open and done.
 */
final class RevisionAttempt implements Sink {

    /** SQLSTATE query_canceled. */
    private static final String CANCELLED = "57014";

    private final PlannedRevision revision;
    private final Running running;
    private final WorkConnection connection;
    private final Progress progress;
    private final RunListener listener;
    private final StringBuilder said = new StringBuilder();
    private int step = 1;
    private int resumed;
    private int statements;
    private boolean open;
    private boolean commitPending;
    private boolean outside;
    private volatile boolean cameFurther;
    private @Nullable StepFailed failed;

    RevisionAttempt(PlannedRevision revision, Running running, Progress progress) {
        this.revision = revision;
        this.running = running;
        this.connection = running.connection();
        this.progress = progress;
        this.listener = running.listener();
        this.outside = !revision.revision().transactional();
    }

    /** Moves the version, which ends the last transaction. */
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
            if (!open && !running.whole()) {
                connection.begin(Limits.ofUnknown(running.settings()));
            }
            move.move(connection);
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

    /** Whether something is committed that a second try finds done, such as batches. */
    boolean cameFurther() {
        return cameFurther;
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
        listener.before(revision, operation).forEach(this::accept);
        for (Statement statement : SqlRenderer.render(operation)) {
            if (outside || !statement.transactional()) {
                List<String> parts =
                        operation instanceof Execute ? SqlSplitter.split(statement.sql()) : List.of(statement.sql());
                parts.forEach(sql -> alone(operation, sql, sql, () -> perform(operation, sql)));
            } else {
                List<String> parts =
                        operation instanceof Execute ? SqlSplitter.messages(statement.sql()) : List.of(statement.sql());
                parts.forEach(sql -> inTransaction(
                        sql,
                        Limits.of(operation, sql, running.settings()),
                        statement.commitAfter(),
                        () -> perform(operation, sql)));
            }
        }
    }

    @Override
    public void execute(BoundSql sql) {
        Execute operation = new Execute(sql.sql());
        if (outside) {
            alone(operation, sql.sql(), sql.literal(), () -> sql.execute(connection.lend()));
        } else {
            Limits limits = Limits.of(operation, sql.sql(), running.settings());
            inTransaction(sql.sql(), limits, false, () -> sql.execute(connection.lend()));
        }
    }

    @Override
    public void run(String label, DatabaseWork work) {
        String name = "-- " + label.replaceAll("\\R", " ");
        if (outside) {
            alone(new Execute(name), name, name, () -> work.run(connection.lend()));
        } else {
            inTransaction(name, Limits.ofUnknown(running.settings()), false, () -> work.run(connection.lend()));
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
                beginStep(Limits.ofUnknown(running.settings()));
            }
            return sql.query(connection.lend());
        } catch (SQLException e) {
            throw failure(sql.sql(), e);
        }
    }

    @Override
    public void outsideTransaction(Runnable body) {
        boolean before = outside;
        refuseToLeave();
        endStep();
        outside = true;
        try {
            body.run();
        } finally {
            outside = before;
        }
    }

    private void inTransaction(String sql, Limits limits, boolean commitAfter, LoneStatement.Body work) {
        refuseAfterFailure();
        if (commitPending && !commitAfter) {
            endStep();
        }
        beginStep(limits);
        said.append(sql).append('\u0000');
        if (!progress.isDone(step)) {
            connection.limit(limits);
            timed(sql, limits, work);
        }
        commitPending |= commitAfter && !running.whole();
    }

    private void alone(Operation operation, String sql, String hashed, LoneStatement.Body work) {
        refuseAfterFailure();
        refuseToLeave();
        endStep();
        said.append(hashed).append('\u0000');
        String hash = hash();
        if (progress.isDone(step)) {
            leaveOut(hash);
            return;
        }
        Limits limits = Limits.of(operation, sql, running.settings());
        attempt(sql, () -> new LoneStatement(revision, step, hash, connection, progress)
                .run(operation, sql, limits, Limits.ofUnknown(running.settings()), () -> timed(sql, limits, work)));
        step++;
    }

    private void refuseToLeave() {
        if (running.whole()) {
            throw WholeRun.refused(revision);
        }
    }

    private void perform(Operation operation, String sql) throws SQLException {
        if (BatchBlock.is(sql)) {
            connection.executeBatches(sql, text -> {
                cameFurther = true;
                listener.batch(revision, text);
            });
        } else if (operation instanceof Execute) {
            connection.executeForeign(sql);
        } else {
            connection.execute(sql);
        }
    }

    private void beginStep(Limits limits) {
        if (!open && !progress.isDone(step) && !running.whole()) {
            attempt(null, () -> connection.begin(limits));
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
        cameFurther = true;
        attempt(null, () -> {
            connection.ready();
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
                    "Put back what the file said for the steps that are done; or undo them by hand and forget them: retort stamp "
                            + "REV --purge\n(REV is what retort current says)");
        }
        resumed++;
        listener.resumed(revision, step);
        step++;
    }

    private String hash() {
        String hash = StepTable.hash(said.toString());
        said.setLength(0);
        return hash;
    }

    private void timed(String sql, Limits limits, LoneStatement.Body work) {
        Instant start = running.surroundings().clock().instant();
        listener.running(revision, step, sql);
        if (!running.surroundings().stop().begin(connection.driver())) {
            throw failure(sql, new SQLException("the run was stopped", CANCELLED));
        }
        running.watch().begin(limits.lock(), who -> listener.blocked(revision, who));
        try {
            attempt(sql, work);
        } finally {
            running.watch().end();
            running.surroundings().stop().end(connection.driver());
        }
        statements++;
        listener.ran(
                revision,
                step,
                sql,
                Duration.between(start, running.surroundings().clock().instant()));
    }

    private void attempt(@Nullable String sql, LoneStatement.Body work) {
        try {
            work.run();
        } catch (StepFailed e) {
            failed = e;
            throw e;
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
