package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.HistoryTable.LastApplied;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Where a database stands.
 *
 * @param rows the rows of its version table; none where there is no table
 * @param halfDone the revisions that an earlier run left half done
 * @param lastApplied for each revision that the history knows, when it was applied last
 * @param synced what {@code sync} made that no revision had made
 */
public record Standing(
        SortedSet<String> rows,
        List<HalfDone> halfDone,
        Map<String, LastApplied> lastApplied,
        List<SyncTable.Made> synced) {

    public Standing {
        halfDone = List.copyOf(halfDone);
        synced = List.copyOf(synced);
    }

    /**
     * Asks a database.
     *
     * @param namespace the PostgreSQL schema of the version table
     * @throws DatabaseException if the server cannot be reached or refuses
     */
    public static Standing of(Database database, String namespace) {
        try (Connection connection = database.connect()) {
            return new Standing(
                    new VersionTable(namespace).read(connection),
                    HalfDone.of(new StepTable(namespace).read(connection)),
                    new HistoryTable(namespace).lastApplied(connection),
                    new SyncTable(namespace).read(connection));
        } catch (SQLException e) {
            throw SqlErrors.of(
                    "Cannot read the version table of " + database.display(),
                    null,
                    e,
                    VersionTable.cure(VersionTable.NAME, e));
        }
    }

    /**
     * Makes a plan from here.
     *
     * @throws dev.retort.RevisionException if there is no way
     * @throws dev.retort.RefusedException if a revision that is half done must be finished first
     */
    public Plan plan(Plan.Planner planner, RevisionGraph graph) {
        Plan plan = planner.plan(graph, rows);
        HalfDone.refuse(plan, halfDone, graph);
        return plan;
    }

    /** The applied revisions whose files say something else than when they were applied. */
    public List<Edited> edited(RevisionLoader loader) {
        return Edited.among(loader, rows, lastApplied);
    }
}
