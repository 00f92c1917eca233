package dev.retort.command.run;

import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan;
import java.util.SortedSet;

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

    /** A database that stands where another's version table says, whichever revisions these are. */
    public Database to(SortedSet<String> rows) {
        Database database = workspace.scratch().get().create();
        for (String row : rows) {
            new Runs(workspace.revisions()).run(database, Plan.upgradeTo(Target.id(row)));
        }
        return database;
    }
}
