package dev.retort.command.run;

import dev.retort.RetortException;
import dev.retort.UsageException;
import dev.retort.command.Workspace;
import dev.retort.migration.Direction;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.ScriptWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The SQL that an upgrade or a downgrade would run, for somebody else to run; no database is asked. */
public final class OfflineScript {

    private final Workspace workspace;
    private final RevisionGraph graph;
    private final Direction direction;
    private final @Nullable DeployPhase phase;
    private final String from;
    private final Target to;
    private final SortedSet<String> start;

    /**
     * Writes from the revisions of a workspace.
     *
     * @param phase which part of an upgrade is written; null for all
     * @param text a target, counted from the base, or a range {@code START:END}, which a downgrade needs
     * @throws UsageException if where it starts or ends is not said
     * @throws dev.retort.RevisionException if an end names nothing
     */
    public OfflineScript(Workspace workspace, Direction direction, @Nullable DeployPhase phase, String text) {
        this.workspace = workspace;
        this.graph = workspace.revisions().graph();
        this.direction = direction;
        this.phase = phase;
        int colon = text.indexOf(':');
        if (direction == Direction.DOWNGRADE && (colon < 0 || colon == text.length() - 1)) {
            String missing = colon < 0 ? "start" : "end";
            throw new UsageException(
                    "The script of a downgrade needs " + (colon < 0 ? "a start" : "an end"),
                    colon < 0
                            ? "without a database nobody knows where it stands."
                            : text + " does not say where to go.",
                    "Name the " + missing + ": retort downgrade --sql "
                            + (colon < 0 ? "START:END, for example head:" + text : text + "base"));
        }
        this.from = colon < 0 ? "" : text.substring(0, colon);
        this.to = colon < 0
                ? Target.parse(text)
                : TargetRange.parse(text.substring(colon)).to();
        this.start = ScriptStart.rows(graph, from);
    }

    /**
     * The script.
     *
     * @throws UsageException if no revision lies between the ends, that way round
     * @throws RetortException if a revision cannot be printed
     */
    public String write(RunSettings settings) {
        return new ScriptWriter(workspace.revisions(), settings).write(plan(), start);
    }

    /** The errors in the files of the script that nobody has acknowledged; see {@link Unacknowledged}. */
    public List<Warning> openErrors() {
        return Unacknowledged.of(workspace, plan(), direction);
    }

    private Plan plan() {
        if (direction == Direction.DOWNGRADE) {
            refuseWhatIsNotApplied();
        }
        Plan.Planner planner = Migrate.planner(direction, phase, to);
        Plan plan = planner.plan(graph, start);
        if (plan.isEmpty()) {
            throw empty();
        }
        return plan;
    }

    private void refuseWhatIsNotApplied() {
        Set<String> applied = graph.ancestors(start);
        List<String> ends = ends();
        List<String> beyond = ends.stream().filter(id -> !applied.contains(id)).toList();
        if (beyond.isEmpty()) {
            return;
        }
        boolean ahead = graph.ancestors(ends).containsAll(start);
        String failure = to + " lies " + (ahead ? "after " : "beside ") + shownStart();
        throw new UsageException(
                failure,
                "a downgrade from there never comes to " + String.join(", ", beyond) + ".",
                ahead
                        ? "To go forward: retort upgrade " + from + ":" + to + " --sql"
                        : "See the order with: retort history --graph");
    }

    private UsageException empty() {
        SortedSet<String> end = graph.applied(ends()).rows();
        if (phase != null && !end.equals(start)) {
            return new UsageException(
                    "There is nothing to print between " + shownStart() + " and " + to,
                    "no revision there runs " + phase.name().toLowerCase(Locale.ROOT)
                            + " the deployment, so the script would be empty.",
                    "Print the other phase, or leave --phase out.");
        }
        if (end.equals(start) || to.fromCurrent()) {
            return new UsageException(
                    "There is nothing between " + shownStart() + " and " + to,
                    (start.isEmpty() ? "both are the base" : "both mean " + ScriptStart.place(start))
                            + ", so the script would be empty.",
                    "Name the other end: retort " + word() + " START:END --sql; see the order with: retort history");
        }
        return new UsageException(
                to + " lies before " + shownStart(),
                "an upgrade from there has nothing to do.",
                "To go back: retort downgrade " + from + ":" + to + " --sql");
    }

    private List<String> ends() {
        return graph.resolve(to, start).stream().map(RevisionInfo::id).toList();
    }

    private String shownStart() {
        return from.isEmpty() ? "the base" : from;
    }

    private String word() {
        return direction == Direction.UPGRADE ? "upgrade" : "downgrade";
    }
}
