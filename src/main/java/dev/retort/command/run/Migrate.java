package dev.retort.command.run;

import dev.retort.RefusedException;
import dev.retort.command.Later;
import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.migration.Direction;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Irreversibles;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves the configured database up or down. */
public final class Migrate {

    private final Workspace workspace;
    private final Direction direction;
    private final @Nullable DeployPhase phase;
    private final Database database;
    private @Nullable Later<Standing> asked;

    /**
     * What would run.
     *
     * @param standing where the database stands
     * @param plan the revisions, in order
     */
    public record Preview(Standing standing, Plan plan) {}

    /**
     * Moves the database of a workspace.
     *
     * @param phase which part of an upgrade runs; null for all
     * @throws dev.retort.UsageException if none is configured
     */
    public Migrate(Workspace workspace, Direction direction, @Nullable DeployPhase phase) {
        this.workspace = workspace;
        this.direction = direction;
        this.phase = phase;
        this.database = workspace.requiredDatabase(direction == Direction.UPGRADE ? "upgrade" : "downgrade");
    }

    /** The address of the database, without a password. */
    public String display() {
        return database.display();
    }

    /**
     * Asks the database where it stands while the revisions are read: to connect takes as long as to read some hundred files. {@link #preview} hears the
     * answer.
     */
    public void ask() {
        asked = Later.of("standing", () -> Runs.standing(database));
        workspace.revisions().graph();
    }

    /** What would run, without a lock. */
    public Preview preview(Target target) {
        RevisionGraph graph = workspace.revisions().graph();
        Later<Standing> earlier = asked;
        Standing standing = earlier == null ? Runs.standing(database) : earlier.get();
        return new Preview(standing, standing.plan(planner(target), graph));
    }

    /** The applied revisions that were edited since. */
    public List<Edited> edited(Preview preview) {
        return preview.standing().edited(workspace.revisions());
    }

    /** What each revision of a plan will do, in its order; compiles them. */
    public List<Outline> outlines(Plan plan) {
        RevisionLoader loader = workspace.revisions();
        loader.prepare(plan.revisions());
        return plan.steps().stream().map(step -> Outline.of(step, loader)).toList();
    }

    /**
     * Whether a plan takes tables, columns or rows that it has not made itself and that are there; its revisions are prepared.
     *
     * @param places where it runs: the PostgreSQL schemas in which it does, by database
     */
    public static boolean takesSomething(Plan plan, RevisionLoader loader, Map<Database, List<String>> places) {
        return Losses.any(
                plan.steps().stream().map(step -> Outline.of(step, loader)).toList(), places);
    }

    /**
     * What a plan would take away, counted: on the way down all that goes, on the way up what goes with rows or values in it.
     *
     * @param outlines what the revisions of the plan say
     */
    public List<Loss> losses(List<Outline> outlines) {
        List<Loss> losses = Losses.of(database, outlines);
        return direction == Direction.DOWNGRADE
                ? losses
                : losses.stream().filter(Loss::lost).toList();
    }

    /**
     * Refuses what can never run, before anybody is asked about it.
     *
     * @throws RefusedException if a revision of the plan cannot be undone
     */
    public void refuseIrreversible(Plan plan) {
        workspace.revisions().prepare(plan.revisions());
        new Irreversibles(workspace.revisions()).refuse(plan);
    }

    /**
     * Whether somebody has to agree before the plan runs whatever it takes away: always on a protected environment, always on the way down. On the way up
     * anywhere else where {@link #losses} says that something is lost.
     */
    public boolean wantsConsent(Plan plan) {
        return !plan.isEmpty() && (workspace.config().isProtected() || direction == Direction.DOWNGRADE);
    }

    /**
     * Makes sure that somebody has agreed, or that nothing is lost where nobody has.
     *
     * @param target where the run leads
     * @param asked whether there was somebody at the terminal to ask
     * @param losses what would be taken away
     * @throws RefusedException if the environment is protected, or rows would be lost, or somebody was asked; nothing was changed
     */
    public void requireConsent(Target target, boolean asked, List<Loss> losses) {
        String again = planner(target).again();
        String command = "retort " + (direction == Direction.UPGRADE ? "upgrade " : "downgrade ")
                + (again.isEmpty() ? target.toString() : again) + " --yes";
        if (workspace.config().isProtected()) {
            throw new RefusedException(
                    "The environment " + workspace.config().environment() + " is protected",
                    "nobody confirmed that " + database.display() + " may be changed; nothing was changed.",
                    "Type the environment's name when asked, or add --yes: " + command);
        }
        List<Loss> lost = losses.stream().filter(Loss::lost).toList();
        if (asked || !lost.isEmpty()) {
            throw new RefusedException(
                    "The " + (direction == Direction.UPGRADE ? "upgrade" : "downgrade") + " of " + database.display()
                            + " was not confirmed",
                    (lost.isEmpty()
                                    ? ""
                                    : "It would lose "
                                            + lost.stream().map(Loss::display).collect(Collectors.joining("; ")) + ". ")
                            + (asked ? "" : "Nobody is at the terminal to be asked. ") + "Nothing was changed.",
                    "Where that is meant, add --yes: " + command);
        }
    }

    /**
     * The errors in the files of a plan that nobody has acknowledged.
     *
     * @throws RefusedException if there is one and the environment is protected
     */
    public List<Warning> openErrors(Plan plan) {
        return openErrors(workspace, direction, plan);
    }

    /** The same for who only wants to see the plan: a protected environment refuses nothing yet. */
    public List<Warning> foreseenErrors(Plan plan) {
        return Unacknowledged.errors(plan, direction);
    }

    /** The same for other places than one database. */
    public static List<Warning> openErrors(Workspace workspace, Direction direction, Plan plan) {
        return Unacknowledged.of(workspace, plan, direction);
    }

    /** Runs. */
    public RunResult run(Target target, RunSettings settings, RunListener listener) {
        return new Runs(workspace.revisions())
                .run(database, planner(target), settings, listener, workspace.surroundings());
    }

    /** What to type where an upgrade found its target applied long ago, with a space before it; empty where there is nothing to say. */
    public String wayBack(Target target, Collection<String> rows) {
        if (direction == Direction.DOWNGRADE || target.isBase()) {
            return "";
        }
        RevisionGraph graph = workspace.revisions().graph();
        List<String> wanted =
                graph.resolve(target, rows).stream().map(RevisionInfo::id).toList();
        return rows.containsAll(wanted) || !wanted.stream().allMatch(graph.applied(rows)::contains)
                ? ""
                : " " + String.join(", ", wanted) + " was applied before that. To go back there: retort downgrade "
                        + target;
    }

    /** What the phase before the deployment leaves for after it, and the command, with a space before; empty where nothing waits. */
    public String waiting(Target target, Collection<String> rows) {
        if (phase != DeployPhase.BEFORE) {
            return "";
        }
        Plan.Planner after = planner(direction, DeployPhase.AFTER, target);
        Plan left = planner(direction, null, target).plan(workspace.revisions().graph(), rows);
        if (left.isEmpty() || !left.revisions().get(0).afterDeploy()) {
            return "";
        }
        return " For after the deployment: "
                + left.revisions().stream().map(RevisionInfo::id).collect(Collectors.joining(", "))
                + ", by retort upgrade "
                + (after.again().isEmpty() ? target + " --phase after" : after.again());
    }

    private Plan.Planner planner(Target target) {
        return planner(direction, phase, target);
    }

    /**
     * What plans a run.
     *
     * @param phase the part of the way; null for all of it
     */
    public static Plan.Planner planner(Direction direction, @Nullable DeployPhase phase, Target target) {
        Plan.Planner all = direction == Direction.UPGRADE ? Plan.upgradeTo(target) : Plan.downgradeTo(target);
        return phase == null ? all : phase.of(all);
    }
}
