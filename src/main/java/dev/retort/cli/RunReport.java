package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Shows what a run does, as it does it. */
final class RunReport implements RunListener {

    /** So often is told how far batches are; with -v after each. */
    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final Clock clock;
    private Instant told;

    RunReport(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.told = clock.instant();
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
    }

    @Override
    public void edited(List<Edited> revisions) {
        revisions.forEach(edited ->
                terminal.remark(new Part(Ink.WARNING, "edited "), Part.plain(edited.story() + " " + edited.cure())));
    }

    @Override
    public void resumed(PlannedRevision revision, int step) {
        terminal.detail("step " + step + " of " + revision.revision().id() + " was done by an earlier run");
    }

    @Override
    public void batch(PlannedRevision revision, String progress) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(BETWEEN_BATCHES) >= 0) {
            told = now;
            terminal.remark("  " + progress);
        } else {
            terminal.detail("  " + progress);
        }
    }

    @Override
    public void blocked(PlannedRevision revision, String who) {
        terminal.remark(revision.revision().id() + " waits for:" + who.replace("\n", ""));
    }

    @Override
    public void ran(PlannedRevision revision, int step, String sql, Duration took) {
        terminal.detail("  " + sql + "  (" + Shown.duration(took) + ")");
    }

    @Override
    public void retrying(PlannedRevision revision, int step, String why, Duration pause) {
        terminal.remark("Trying " + revision.revision().id() + " again in " + Shown.duration(pause) + ": " + why);
    }

    @Override
    public void finished(RunResult.Ran ran) {
        terminal.did(
                new Part(Ink.GOOD, word(ran.revision().direction()) + " "),
                Part.plain(step(ran.revision().revision(), ran.revision().direction())),
                new Part(Ink.FAINT, "  (" + Shown.duration(ran.took()) + ")"));
    }
}
