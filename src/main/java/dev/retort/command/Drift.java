package dev.retort.command;

import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.command.run.Runs;
import dev.retort.diff.Answers;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a database has, or lacks, beside what the revisions made that it is stamped with: changes that somebody made by hand. */
public final class Drift {

    private final Workspace workspace;

    /**
     * What was found.
     *
     * @param database its address, without a password
     * @param stamped where the database says that it stands
     * @param rows what it was compared with: that, or a revision that was asked for
     * @param comparison from what the revisions make to what there is
     */
    public record Result(String database, SortedSet<String> stamped, SortedSet<String> rows, Comparison comparison) {}

    /** Looks at the database of a workspace. */
    public Drift(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Replays the revisions on the scratch server and compares.
     *
     * @param target what the database is compared with, as before it is stamped so; null for what it is stamped with
     * @param strict whether objects that no revision speaks of count
     * @throws dev.retort.UsageException if no database is configured
     * @throws dev.retort.RevisionException if the database stands at a revision that no file holds
     */
    public Result run(@Nullable Target target, boolean strict) {
        var database = workspace.requiredDatabase("drift");
        RevisionGraph graph = workspace.revisions().graph();
        SortedSet<String> stamped = Runs.rows(database);
        SortedSet<String> rows;
        if (target == null) {
            graph.applied(stamped);
            rows = stamped;
        } else {
            rows = graph.resolve(target, target.fromCurrent() ? stamped : List.of()).stream()
                    .map(RevisionInfo::id)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Comparison comparison =
                new Comparer(workspace).compare(new State.OfStamp(rows), new State.Configured(), Answers.NONE, strict);
        return new Result(database.display(), stamped, rows, comparison.lookedAt());
    }
}
