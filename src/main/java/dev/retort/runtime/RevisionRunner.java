package dev.retort.runtime;

import dev.retort.revision.Applied;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.StepTable.StepRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** Runs one revision, trying again where a lock was in the way. */
final class RevisionRunner {

    private final RevisionLoader loader;
    private final WorkConnection connection;
    private final AdvisoryLock lock;
    private final BlockerWatch watch;
    private final VersionTable versions;
    private final StepTable steps;
    private final HistoryTable history;
    private final RunSettings settings;
    private final RunListener listener;
    private final Surroundings surroundings;

    RevisionRunner(
            RevisionLoader loader,
            WorkConnection connection,
            AdvisoryLock lock,
            BlockerWatch watch,
            VersionTable versions,
            StepTable steps,
            HistoryTable history,
            RunSettings settings,
            RunListener listener,
            Surroundings surroundings) {
        this.loader = loader;
        this.connection = connection;
        this.lock = lock;
        this.watch = watch;
        this.versions = versions;
        this.steps = steps;
        this.history = history;
        this.settings = settings;
        this.listener = listener;
        this.surroundings = surroundings;
    }

    /**
     * Runs a revision and notes it.
     *
     * @throws RunFailure if it fails; what was open is rolled back
     */
    RunResult.Ran run(PlannedRevision revision, Applied applied, List<StepRow> halfDone) throws SQLException {
        listener.started(revision);
        Instant start = surroundings.clock().instant();
        Pauses pauses = new Pauses(settings, surroundings.random());
        Progress progress = progress(revision, halfDone);
        while (true) {
            RevisionAttempt attempt =
                    new RevisionAttempt(revision, connection, progress, listener, watch, surroundings.clock());
            try {
                revision.direction().run(loader.load(revision.revision()), attempt);
                finish(attempt, revision, progress, applied, start);
                RunResult.Ran ran = new RunResult.Ran(
                        revision,
                        attempt.steps(),
                        attempt.resumed(),
                        attempt.statements(),
                        Duration.between(start, surroundings.clock().instant()));
                listener.finished(ran);
                return ran;
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                rollback(e);
                StepFailed failed = attempt.failed();
                if (failed == null) {
                    throw RunFailure.ofCode(revision, e, kept(revision));
                }
                if (!failed.worthAnotherTry() || !pauses.hasNext()) {
                    throw RunFailure.ofStatement(revision, failed, kept(revision), blockers(failed), pauses.tries());
                }
                Duration pause = pauses.next();
                listener.retrying(revision, failed.step(), SqlErrors.said(failed.error()), pause);
                if (!surroundings.pause(pause)) {
                    throw RunFailure.ofStatement(revision, failed, kept(revision), "", pauses.tries());
                }
                progress = progress(revision, steps.read(connection.jdbc()));
            }
        }
    }

    private void finish(
            RevisionAttempt attempt, PlannedRevision revision, Progress progress, Applied applied, Instant start) {
        SortedSet<String> before = applied.rows();
        note(revision, applied);
        boolean moved = false;
        try {
            attempt.finish(jdbc -> {
                if (attempt.steps() > 1 || !progress.isEmpty()) {
                    steps.forget(jdbc, revision.revision().id());
                }
                versions.move(jdbc, before, applied.rows());
                if (applied.rows().isEmpty()) {
                    HistoryTable.run(
                            jdbc, List.of(history.removal(), new SyncTable(settings.versionNamespace()).removal()));
                } else {
                    history.note(
                            jdbc,
                            revision.revision().id(),
                            revision.direction(),
                            loader.checksum(revision.revision()),
                            surroundings.client(),
                            Duration.between(start, surroundings.clock().instant()));
                }
            });
            moved = true;
        } finally {
            if (!moved) {
                unnote(revision, applied);
            }
        }
    }

    private static void note(PlannedRevision revision, Applied applied) {
        if (revision.upgrades()) {
            applied.add(revision.revision().id());
        } else {
            applied.remove(revision.revision().id());
        }
    }

    private static void unnote(PlannedRevision revision, Applied applied) {
        if (revision.upgrades()) {
            applied.remove(revision.revision().id());
        } else {
            applied.add(revision.revision().id());
        }
    }

    private Progress progress(PlannedRevision revision, List<StepRow> rows) {
        return new Progress(steps, connection.jdbc(), revision.revision().id(), revision.direction(), rows);
    }

    /** The steps of the failed revision that are committed. */
    private int kept(PlannedRevision revision) {
        try {
            return connection.jdbc().isClosed()
                    ? RunFailure.UNKNOWN
                    : (int) progress(revision, steps.read(connection.jdbc())).rows().stream()
                            .filter(StepRow::done)
                            .count();
        } catch (SQLException e) {
            System.getLogger(RevisionRunner.class.getName())
                    .log(System.Logger.Level.DEBUG, "Cannot ask how far the revision came", e);
            return RunFailure.UNKNOWN;
        }
    }

    /** Who was in the way; where nobody was seen in time, who may have been. */
    private String blockers(StepFailed failure) throws SQLException {
        if (!failure.worthAnotherTry()) {
            return "";
        }
        if (!watch.seen().isEmpty()) {
            return "\nIn the way:" + watch.seen();
        }
        String open = OpenTransactions.oldest(lock.connection(), connection.jdbc());
        return open.isEmpty() ? "" : "\nTransactions that are open now and may be in the way:" + open;
    }

    private void rollback(Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
