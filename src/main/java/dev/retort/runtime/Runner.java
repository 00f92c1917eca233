package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.RetortException;
import dev.retort.RevisionException;
import dev.retort.database.Database;
import dev.retort.revision.Applied;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.Plan.Planner;
import dev.retort.runtime.StepTable.StepRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings a database from where it stands to where it should: one run at a time, revision by revision, each noted as it is done. */
public final class Runner {

    private final Database database;
    private final RevisionLoader loader;
    private final RunSettings settings;
    private final RunListener listener;
    private final Surroundings surroundings;
    private final VersionTable versions;
    private final StepTable steps;
    private final HistoryTable history;
    private final SyncTable synced;

    /** A runner of a project's revisions on a database. */
    public Runner(
            Database database,
            RevisionLoader loader,
            RunSettings settings,
            RunListener listener,
            Surroundings surroundings) {
        this.database = database;
        this.loader = loader;
        this.settings = settings;
        this.listener = listener;
        this.surroundings = surroundings;
        this.versions = new VersionTable(settings.versionNamespace());
        this.steps = new StepTable(settings.versionNamespace());
        this.history = new HistoryTable(settings.versionNamespace());
        this.synced = new SyncTable(settings.versionNamespace());
    }

    /**
     * Runs what the planner says. The plan is made again once no other run can interfere, so of two runs at once one finds nothing to do.
     *
     * @throws RevisionException if the revisions are wrong, do not compile, or there is no way; nothing was changed
     * @throws RefusedException if a revision says that there is no way back; nothing was changed
     * @throws DatabaseException if the server refuses a statement; the reason says what was rolled back and what is kept
     */
    public RunResult run(Planner planner) {
        Instant start = surroundings.clock().instant();
        Standing standing = Standing.of(database, settings.versionNamespace());
        SortedSet<String> rows = standing.rows();
        Plan first = planner.plan(loader.graph(), rows);
        List<Edited> edited = standing.edited(loader);
        if (!edited.isEmpty()) {
            listener.edited(edited);
        }
        if (first.isEmpty()) {
            HalfDone.refuse(first, standing.halfDone(), loader.graph());
            return new RunResult(List.of(), rows, rows, since(start), "");
        }
        refuse(planner, first, standing.halfDone(), rows);
        surroundings.stop().heard();
        try (AdvisoryLock lock = AdvisoryLock.take(database, settings, surroundings, listener);
                WorkConnection connection = WorkConnection.open(database, settings, lock);
                BlockerWatch watch = new BlockerWatch(lock.connection(), connection.jdbc(), settings.lockTimeout())) {
            return runLocked(planner, start, new Running(connection, lock, watch, settings, listener, surroundings));
        } catch (SQLException e) {
            throw SqlErrors.of("The run on " + database.display() + " failed", null, e, "");
        }
    }

    /**
     * What a stamp did.
     *
     * @param before the rows of the version table before it
     * @param after the rows after it
     * @param role who it was done as, as {@link RunResult#role} has it
     */
    public record Stamped(SortedSet<String> before, SortedSet<String> after, String role) {}

    /**
     * Sets the rows of the version table without running anything, and forgets revisions that were left half done. Where the database stands is read once
     * no other run can move it.
     *
     * @param rows makes the new rows of those that are there; none for the base
     */
    public Stamped stamp(Function<SortedSet<String>, SortedSet<String>> rows) {
        AdvisoryLock lock = AdvisoryLock.take(database, settings, surroundings, listener);
        try (Connection connection = database.connect()) {
            SortedSet<String> before = versions.read(connection);
            SortedSet<String> after = rows.apply(before);
            connection.setAutoCommit(false);
            HistoryTable.run(
                    connection,
                    new Stamping(loader, settings.versionNamespace()).statements(null, after, surroundings.client()));
            connection.commit();
            return new Stamped(before, after, lock.role());
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot stamp " + database.display(), null, e, VersionTable.cure(VersionTable.NAME, e));
        } finally {
            lock.close();
        }
    }

    private void refuse(Planner planner, Plan plan, List<HalfDone> halfDone, SortedSet<String> rows) {
        loader.prepare(plan.revisions());
        new Irreversibles(loader).refuse(plan);
        HalfDone.refuse(plan, halfDone, loader.graph());
        if (settings.transaction() == TransactionSpan.ALL && !plan.isEmpty()) {
            new WholeRun(loader)
                    .refuse(plan, halfDone, WholeRun.command(plan.steps().get(0), again(planner, plan, 0, rows)));
        }
    }

    private RunResult runLocked(Planner planner, Instant start, Running running) throws SQLException {
        Connection jdbc = running.connection().jdbc();
        SortedSet<String> before = versions.read(jdbc);
        Plan plan = planner.plan(loader.graph(), before);
        List<StepRow> halfDone = steps.read(jdbc);
        refuse(planner, plan, HalfDone.of(halfDone), before);
        listener.planned(plan);
        List<RunResult.Ran> ran = new ArrayList<>();
        Applied applied = loader.graph().applied(before);
        RevisionRunner runner = new RevisionRunner(loader, running, versions, steps, history);
        try {
            if (running.whole() && !plan.isEmpty()) {
                applied = runner.runWhole(plan, before, ran);
            } else {
                for (PlannedRevision revision : plan.steps()) {
                    ran.add(runner.run(revision, applied, halfDone));
                }
            }
        } catch (RunFailure failure) {
            List<RunResult.Ran> kept = running.whole() ? List.of() : ran;
            SortedSet<String> rows = running.whole() ? before : applied.rows();
            String again = again(planner, plan, kept.size(), rows);
            if (failure.stopped()) {
                throw stopped(failure, again, kept, rows);
            }
            List<SyncTable.Made> made = synced(jdbc);
            throw running.whole()
                    ? failure.exceptionOfWhole(again, made, settings)
                    : failure.exception(again, kept, made, settings);
        }
        return new RunResult(
                ran, before, applied.rows(), since(start), running.connection().role());
    }

    private RetortException stopped(RunFailure failure, String again, List<RunResult.Ran> ran, SortedSet<String> rows) {
        return failure.exceptionOfStop(
                again + (settings.transaction() == TransactionSpan.ALL ? " --transaction all" : ""),
                ran,
                database.display() + " stands at " + (rows.isEmpty() ? "the base" : String.join(", ", rows)) + ".");
    }

    /**
     * What was typed, or where the rest of the plan leads.
     *
     * @param kept how many revisions of the plan have run
     * @param rows where the database stands after those
     */
    private String again(Planner planner, Plan plan, int kept, SortedSet<String> rows) {
        if (!planner.again().isEmpty()) {
            return planner.again();
        }
        PlannedRevision last = plan.steps().get(plan.steps().size() - 1);
        return last.upgrades()
                ? last.target()
                : WayDown.of(plan.revisions().subList(kept, plan.steps().size()), rows, loader.graph());
    }

    /** The checksums of all that rows of the version table stand for; a row that no file has is noted without one. */
    public static SortedMap<String, @Nullable String> checksums(RevisionLoader loader, Set<String> rows) {
        RevisionGraph graph = loader.graph();
        SortedMap<String, @Nullable String> checksums = new TreeMap<>();
        List<String> known = rows.stream().filter(graph::contains).toList();
        rows.forEach(row -> checksums.put(row, null));
        graph.ancestors(known).forEach(id -> checksums.put(id, loader.checksum(graph.get(id))));
        known.forEach(id -> checksums.put(id, loader.checksum(graph.get(id))));
        return checksums;
    }

    /** What {@code sync} made, for the error of a revision that meets it; nothing where the connection is lost. */
    private List<SyncTable.Made> synced(Connection connection) throws SQLException {
        return connection.isClosed() ? List.of() : synced.read(connection);
    }

    private Duration since(Instant start) {
        return Duration.between(start, surroundings.clock().instant());
    }
}
