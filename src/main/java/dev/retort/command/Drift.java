package dev.retort.command;

import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.command.run.Runs;
import dev.retort.diff.Answers;
import java.util.SortedSet;

/** What a database has, or lacks, beside what the revisions made that it is stamped with: changes that somebody made by hand. */
public final class Drift {

    private final Workspace workspace;

    /**
     * What was found.
     *
     * @param database its address, without a password
     * @param rows where the database says that it stands
     * @param comparison from what the revisions make to what there is
     */
    public record Result(String database, SortedSet<String> rows, Comparison comparison) {}

    /** Looks at the database of a workspace. */
    public Drift(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Replays the revisions on the scratch server and compares.
     *
     * @throws dev.retort.UsageException if no database is configured
     * @throws dev.retort.RevisionException if the database stands at a revision that no file holds
     */
    public Result run() {
        var database = workspace.requiredDatabase("drift");
        SortedSet<String> rows = Runs.rows(database);
        workspace.revisions().graph().applied(rows);
        Comparison comparison =
                new Comparer(workspace).compare(new State.OfStamp(rows), new State.Configured(), Answers.NONE);
        return new Result(database.display(), rows, comparison);
    }
}
