package dev.retort.command.tenant;

import dev.retort.command.Workspace;
import dev.retort.revision.RevisionGraph;
import java.util.List;

/** Where every tenant stands. */
public final class TenantCurrent {

    private final Workspace workspace;

    /**
     * One tenant's place.
     *
     * @param unknown the ids of its version table that no file has
     * @param complete whether everything that there is has been applied
     */
    public record Place(Found found, List<String> unknown, boolean complete) {

        public Place {
            unknown = List.copyOf(unknown);
        }
    }

    /** Asks the tenants of a workspace. */
    public TenantCurrent(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The places, in the order of the tenants. */
    public List<Place> run() {
        RevisionGraph graph = workspace.revisions().graph();
        try (Tenants tenants = new Tenants(workspace)) {
            return tenants.find("current").stream()
                    .map(found -> {
                        List<String> unknown = found.rows().stream()
                                .filter(row -> !graph.contains(row))
                                .toList();
                        boolean complete = found.failure() == null
                                && unknown.isEmpty()
                                && graph.applied(found.rows()).isComplete();
                        return new Place(found, unknown, complete);
                    })
                    .toList();
        }
    }
}
