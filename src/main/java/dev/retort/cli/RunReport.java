package dev.retort.cli;

import dev.retort.cli.output.Activity;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.cli.output.Times;
import dev.retort.migration.BatchBlock;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a run does, as it does it. */
final class RunReport implements RunListener {

    /** So much of a statement is shown while it runs; what does not fit the terminal is cut there. */
    private static final int SHOWN = 300;

    private final Terminal terminal;
    private final ErrorPrinter errors;
    private final Activity activity;
    private final boolean told;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Which revision of how many runs. */
    private String place = "";

    /**
     * Shows a run.
     *
     * @param activity tells what goes on meanwhile; whoever began it closes it
     * @param told whether the edited revisions were named before
     */
    RunReport(Terminal terminal, ErrorPrinter errors, Activity activity, boolean told) {
        this.terminal = terminal;
        this.errors = errors;
        this.activity = activity;
        this.told = told;
    }

    /** The way that a revision is run, as the word of its command. */
    static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    /** From where to where a revision leads, and what it is about. */
    static String step(RevisionInfo revision, Direction direction) {
        String parents = revision.revises().isEmpty() ? "<base>" : String.join(", ", revision.revises());
        String message = revision.message().strip().lines().findFirst().orElse("");
        String way =
                direction == Direction.UPGRADE ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
        return way + (revision.afterDeploy() ? " (after deploy)" : "") + (message.isEmpty() ? "" : ", " + message);
    }

    @Override
    public void waiting(String holder) {
        terminal.remark("Waiting for another run: " + holder);
        activity.begins("waiting for another run");
    }

    @Override
    public void edited(List<Edited> revisions) {
        if (!told) {
            revisions.forEach(edited -> errors.warn(edited.what(), edited.why(), edited.cure()));
        }
    }

    @Override
    public void resumed(PlannedRevision revision, int step) {
        terminal.detail("step " + step + " of " + revision.revision().id() + " was done by an earlier run");
    }

    @Override
    public void planned(Plan plan) {
        plan.revisions().forEach(revision -> numbers.put(revision.id(), numbers.size() + 1));
    }

    @Override
    public void started(PlannedRevision planned) {
        String message =
                planned.revision().message().strip().lines().findFirst().orElse("");
        place = "[" + numbers.get(planned.revision().id()) + "/" + numbers.size() + "] "
                + planned.revision().id() + (message.isEmpty() ? "" : ", " + message);
        activity.begins(place);
    }

    @Override
    public void running(PlannedRevision planned, int step, String sql) {
        activity.continues(place + ": " + shown(sql));
    }

    private static String shown(String sql) {
        if (BatchBlock.is(sql)) {
            return "in batches";
        }
        return (sql.length() < SHOWN ? sql : sql.substring(0, SHOWN)).replaceAll("\\s+", " ");
    }

    @Override
    public void batch(PlannedRevision planned, String progress) {
        activity.continues(place + ": " + progress);
        terminal.detail("  " + progress);
    }

    @Override
    public void blocked(PlannedRevision revision, String who) {
        terminal.remark(revision.revision().id() + " waits for:" + who.replace("\n", ""));
    }

    @Override
    public void ran(PlannedRevision revision, int step, String sql, Duration took) {
        terminal.detail("  " + sql + "  (" + Times.taken(took) + ")");
    }

    @Override
    public void retrying(PlannedRevision revision, int step, String why, Duration pause) {
        terminal.remark("Trying " + revision.revision().id() + " again in " + Times.taken(pause) + ": " + why);
    }

    @Override
    public void finished(RunResult.Ran ran) {
        activity.rests();
        terminal.did(
                new Part(Ink.GOOD, word(ran.revision().direction()) + " "),
                Part.plain(step(ran.revision().revision(), ran.revision().direction())),
                new Part(Ink.FAINT, "  (" + Times.taken(ran.took()) + ")"));
    }
}
