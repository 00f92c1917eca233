package dev.retort.command.run;

import dev.retort.UsageException;
import dev.retort.command.Workspace;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.ScriptWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL that an upgrade or a downgrade would run, for somebody else to run; no database is asked. */
public final class OfflineScript {

    private final Workspace workspace;
    private final Direction direction;
    private final @Nullable DeployPhase phase;

    /**
     * Writes from the revisions of a workspace.
     *
     * @param phase which part of an upgrade is written; null for all
     */
    public OfflineScript(Workspace workspace, Direction direction, @Nullable DeployPhase phase) {
        this.workspace = workspace;
        this.direction = direction;
        this.phase = phase;
    }

    /**
     * The script.
     *
     * @param text a target, counted from the base, or a range {@code START:END}, which a downgrade needs
     * @throws UsageException if where it starts is not said
     */
    public String write(String text, RunSettings settings) {
        RevisionGraph graph = workspace.revisions().graph();
        boolean range = TargetRange.isRange(text);
        if (!range && direction == Direction.DOWNGRADE) {
            throw new UsageException(
                    "The script of a downgrade needs a start",
                    "without a database nobody knows where it stands.",
                    "Name it: retort downgrade --sql START:END, for example head:" + text);
        }
        TargetRange ends = range ? TargetRange.parse(text) : new TargetRange(Target.BASE, Target.parse(text));
        if (ends.from().fromCurrent()) {
            throw new UsageException(
                    "The start " + ends.from() + " counts from where the database stands",
                    "a script is written without one.",
                    "Name a revision: --sql START:END");
        }
        List<String> rows = graph.resolve(ends.from(), List.of()).stream()
                .map(RevisionInfo::id)
                .toList();
        Plan.Planner planner = Migrate.planner(direction, phase, ends.to());
        return new ScriptWriter(workspace.revisions(), settings).write(planner.plan(graph, rows), rows);
    }
}
