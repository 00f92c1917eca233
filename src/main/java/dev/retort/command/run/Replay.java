package dev.retort.command.run;

import dev.retort.command.Workspace;
import dev.retort.command.standin.StandIns;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Builds a state of the schema from the revisions alone, in a new database of the scratch server. */
public final class Replay {

    private final Workspace workspace;

    /**
     * A new database.
     *
     * @param standIns the tables in it that no revision made
     */
    public record Replayed(Database database, StandIns standIns) {}

    /** Replays the revisions of a workspace. */
    public Replay(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A database that stands at a target. */
    public Replayed to(Target target) {
        return workspace.revisions().graph().isEmpty()
                ? new Replayed(workspace.scratch().get().create(), StandIns.NONE)
                : run(List.of(target), null);
    }

    /** A database that stands where the version table of the configured database says, whichever revisions these are. */
    public Replayed to(SortedSet<String> rows) {
        return run(rows.stream().map(Target::id).toList(), workspace.database().orElse(null));
    }

    private Replayed run(List<Target> targets, @Nullable Database live) {
        StandIns standIns = StandIns.of(workspace.config(), workspace.revisions(), live);
        Database database = workspace.scratch().get().create();
        standIns.make(database);
        targets.forEach(
                target -> new Runs(workspace.revisions()).run(database, Plan.upgradeTo(target), standIns.listener()));
        return new Replayed(database, standIns);
    }
}
