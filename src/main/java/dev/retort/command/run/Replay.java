package dev.retort.command.run;

import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan;

/** Builds a state of the schema from the revisions alone, in a new database of the scratch server. */
public final class Replay {

    private final Workspace workspace;

    /** Replays the revisions of a workspace. */
    public Replay(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A database that stands at a target. */
    public Database to(Target target) {
        Database database = workspace.scratch().get().create();
        if (!workspace.revisions().graph().isEmpty()) {
            new Runs(workspace.revisions()).run(database, Plan.upgradeTo(target));
        }
        return database;
    }
}
