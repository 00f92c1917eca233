package dev.retort.command.tenant;

import dev.retort.command.Workspace;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.Edited;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.Standings;
import java.util.List;

/** Where every tenant stands. */
public final class TenantCurrent {

    private final Workspace workspace;

    /**
     * One tenant's place.
     *
     * @param unknown the ids of its version table that no file has
     * @param edited applied revisions that were edited since
     * @param complete whether everything that there is has been applied, and nothing is half done
     */
    public record Place(Found found, List<String> unknown, List<Edited> edited, boolean complete) {

        public Place {
            unknown = List.copyOf(unknown);
            edited = List.copyOf(edited);
        }
    }

    /** Asks the tenants of a workspace. */
    public TenantCurrent(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The places, in the order of the tenants. */
    public List<Place> run() {
        RevisionLoader revisions = new SharedRevisions(workspace.revisions());
        try (Tenants tenants =
                new Tenants(workspace, (database, namespaces) -> Standings.whole(database, namespaces, revisions))) {
            return tenants.find("current").stream()
                    .map(found -> place(found, revisions))
                    .toList();
        }
    }

    private static Place place(Found found, RevisionLoader revisions) {
        RevisionGraph graph = revisions.graph();
        List<String> unknown =
                found.rows().stream().filter(row -> !graph.contains(row)).toList();
        boolean complete = found.failure() == null
                && unknown.isEmpty()
                && graph.applied(found.rows()).isComplete()
                && found.standing().halfDone().isEmpty();
        return new Place(found, unknown, found.standing().edited(revisions), complete);
    }
}
