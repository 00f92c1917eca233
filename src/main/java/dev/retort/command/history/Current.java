package dev.retort.command.history;

import dev.retort.command.Workspace;
import dev.retort.command.run.Runs;
import dev.retort.database.Database;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.Edited;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.Standing;
import dev.retort.runtime.SyncTable;
import java.util.ArrayList;
import java.util.List;

/** Where a database stands. */
public final class Current {

    private final Workspace workspace;

    /**
     * Where it stands.
     *
     * @param database its address, without a password
     * @param applied the revisions that the version table names
     * @param unknown ids of the version table that no file has
     * @param halfDone revisions that an earlier run left half done
     * @param edited applied revisions that were edited since
     * @param synced what {@code sync} made that no revision had made
     * @param complete whether everything that there is has been applied
     * @param graph all revisions
     */
    public record Result(
            String database,
            List<Entry> applied,
            List<String> unknown,
            List<HalfDone> halfDone,
            List<Edited> edited,
            List<SyncTable.Made> synced,
            boolean complete,
            RevisionGraph graph) {

        public Result {
            applied = List.copyOf(applied);
            unknown = List.copyOf(unknown);
            halfDone = List.copyOf(halfDone);
            edited = List.copyOf(edited);
            synced = List.copyOf(synced);
        }
    }

    /** Asks the database of a workspace. */
    public Current(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Reads the version table; a database without one stands at the base. */
    public Result run() {
        Database database = workspace.requiredDatabase("current");
        Standing standing = Runs.standing(database);
        RevisionGraph graph = workspace.revisions().graph();
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        standing.rows().forEach(row -> (graph.contains(row) ? known : unknown).add(row));
        Entries entries = new Entries(graph, known, standing.halfDone());
        return new Result(
                database.display(),
                known.stream().map(id -> entries.of(graph.get(id))).toList(),
                unknown,
                standing.halfDone(),
                standing.edited(workspace.revisions()),
                standing.synced(),
                unknown.isEmpty()
                        && graph.applied(known).isComplete()
                        && standing.halfDone().isEmpty(),
                graph);
    }
}
