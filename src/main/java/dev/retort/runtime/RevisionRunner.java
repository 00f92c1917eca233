package dev.retort.runtime;

import dev.retort.revision.Applied;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.StepTable.StepRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Runs revisions, trying again where a lock was in the way: one in a transaction of its own, or all in one. */
final class RevisionRunner {

    private final RevisionLoader loader;
    private final Running running;
    private final WorkConnection connection;
    private final VersionTable versions;
    private final StepTable steps;
    private final HistoryTable history;

    /** Whether the history's table is known to be there, so that it need not be made. */
    private boolean historyThere;

    RevisionRunner(
            RevisionLoader loader, Running running, VersionTable versions, StepTable steps, HistoryTable history) {
        this.loader = loader;
        this.running = running;
        this.connection = running.connection();
        this.versions = versions;
        this.steps = steps;
        this.history = history;
    }

    /**
     * Runs a revision and notes it.
     *
     * @throws RunFailure if it fails; what was open is rolled back
     */
    RunResult.Ran run(PlannedRevision revision, Applied applied, List<StepRow> halfDone) throws SQLException {
        Pauses pauses = new Pauses(running.settings(), running.surroundings().random());
        Progress progress = progress(revision, halfDone);
        while (true) {
            RevisionAttempt attempt = new RevisionAttempt(revision, running, progress);
            try {
                RunResult.Ran ran = once(attempt, revision, progress, applied);
                running.listener().finished(ran);
                return ran;
            } catch (Throwable e) {
                rollback(e);
                if (attempt.cameFurther()) {
                    pauses = new Pauses(
                            running.settings(), running.surroundings().random());
                }
                pauseOrFail(revision, attempt.failed(), e, pauses);
                progress = progress(revision, steps.read(connection.jdbc()));
            }
        }
    }

    /**
     * Runs a plan in one transaction; what it needs of the database's state is read within, each time that it is tried.
     *
     * @return what ran, and the state that it led to
     * @throws RunFailure if a revision fails; all of them are rolled back
     */
    Applied runWhole(Plan plan, SortedSet<String> before, List<RunResult.Ran> ran) throws SQLException {
        Pauses pauses = new Pauses(running.settings(), running.surroundings().random());
        while (true) {
            Applied applied = loader.graph().applied(before);
            ran.clear();
            historyThere = false;
            RevisionAttempt attempt = null;
            PlannedRevision current = plan.steps().get(0);
            try {
                connection.beginWhole();
                for (PlannedRevision revision : plan.steps()) {
                    current = revision;
                    Progress progress = progress(revision, List.of());
                    attempt = new RevisionAttempt(revision, running, progress);
                    ran.add(once(attempt, revision, progress, applied));
                }
                commitWhole();
                ran.forEach(running.listener()::finished);
                return applied;
            } catch (Throwable e) {
                rollback(e);
                StepFailed ofRevision = attempt == null ? null : attempt.failed();
                pauseOrFail(current, e instanceof StepFailed failed ? failed : ofRevision, e, pauses);
            }
        }
    }

    /** What is checked at the commit can fail like a statement, and be cured like one. */
    private void commitWhole() throws StepFailed {
        try {
            connection.commitWhole();
        } catch (SQLException e) {
            throw StepFailed.ofWhole(e);
        }
    }

    private RunResult.Ran once(RevisionAttempt attempt, PlannedRevision revision, Progress progress, Applied applied) {
        running.listener().started(revision);
        Instant start = running.surroundings().clock().instant();
        revision.direction().run(loader.load(revision.revision()), attempt);
        finish(attempt, revision, progress, applied, start);
        return new RunResult.Ran(
                revision,
                attempt.steps(),
                attempt.resumed(),
                attempt.statements(),
                Duration.between(start, running.surroundings().clock().instant()));
    }

    private void finish(
            RevisionAttempt attempt, PlannedRevision revision, Progress progress, Applied applied, Instant start) {
        SortedSet<String> before = applied.rows();
        note(revision, applied);
        boolean moved = false;
        try {
            attempt.finish(work -> {
                if (attempt.steps() > 1 || !progress.isEmpty()) {
                    steps.forget(work.ready(), revision.revision().id());
                }
                move(revision, before, applied.rows(), start, work);
            });
            historyThere = !applied.rows().isEmpty();
            moved = true;
        } finally {
            if (!moved) {
                unnote(revision, applied);
            }
        }
    }

    private void move(
            PlannedRevision revision,
            SortedSet<String> before,
            SortedSet<String> after,
            Instant start,
            WorkConnection work)
            throws SQLException {
        Duration took = Duration.between(start, running.surroundings().clock().instant());
        if (historyThere && work.commitsAtOnce() && isStep(before, after)) {
            String id = revision.revision().id();
            versions.moveAndCommit(work, before.first(), after.first(), id, row -> entry(revision, row, took));
        } else {
            versions.move(work.ready(), before, after, notes(revision, after, took));
            work.commit();
        }
    }

    /** Whether one row becomes another one. */
    private static boolean isStep(SortedSet<String> before, SortedSet<String> after) {
        return before.size() == 1 && after.size() == 1 && !before.equals(after);
    }

    private List<String> notes(PlannedRevision revision, SortedSet<String> after, Duration took) {
        if (after.isEmpty()) {
            return List.of(
                    history.removal(), new SyncTable(running.settings().versionNamespace()).removal(), steps.removal());
        }
        String entry = entry(revision, Identifiers.literal(revision.revision().id()), took);
        return historyThere ? List.of(entry) : List.of(history.creation(), entry);
    }

    /** The statement that notes it, by an expression for its id. */
    private String entry(PlannedRevision revision, String id, Duration took) {
        return history.entry(
                id,
                revision.direction(),
                loader.checksum(revision.revision()),
                running.surroundings().client(),
                took);
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

    /** Pauses where another try may succeed. */
    private void pauseOrFail(PlannedRevision revision, @Nullable StepFailed failed, Throwable error, Pauses pauses)
            throws SQLException {
        if (running.surroundings().stop().requested()) {
            throw RunFailure.stopped(revision, error, kept(revision));
        }
        if (failed == null) {
            throw RunFailure.ofCode(revision, error, kept(revision));
        }
        if (!failed.worthAnotherTry() || !pauses.hasNext()) {
            throw RunFailure.ofStatement(revision, failed, kept(revision), blockers(failed), pauses.tries());
        }
        Duration pause = pauses.next();
        String inTheWay = blockers(failed).strip().replaceAll("\\s+", " ");
        running.listener()
                .retrying(
                        revision,
                        failed.step(),
                        SqlErrors.said(failed.error()) + (inTheWay.isEmpty() ? "" : ". " + inTheWay),
                        pause);
        if (!running.surroundings().pause(pause)) {
            if (running.surroundings().stop().requested()) {
                throw RunFailure.stopped(revision, error, kept(revision));
            }
            throw RunFailure.ofStatement(revision, failed, kept(revision), "", pauses.tries());
        }
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

    /** Who was in the way; where nobody was seen in time, who holds what the statement names, and at last who may have been. */
    private String blockers(StepFailed failure) throws SQLException {
        if (!failure.worthAnotherTry()) {
            return "";
        }
        String seen = running.watch().seen();
        if (!seen.isEmpty()) {
            return "\nIn the way:" + seen;
        }
        String sql = failure.sql();
        String holding =
                sql == null ? "" : OpenTransactions.holding(running.lock().connection(), connection.jdbc(), sql);
        if (!holding.isEmpty()) {
            return "\nHolding locks on what it names, so probably in the way:" + holding;
        }
        String open = OpenTransactions.oldest(running.lock().connection(), connection.jdbc());
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
