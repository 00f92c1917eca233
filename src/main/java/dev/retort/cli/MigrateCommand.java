package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.EmptyHistory;
import dev.retort.command.Workspace;
import dev.retort.command.run.Migrate;
import dev.retort.command.run.OfflineScript;
import dev.retort.command.run.Outline;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code upgrade} and {@code downgrade} have in common. */
abstract class MigrateCommand extends WorkspaceCommand {

    /** So often is told how far batches are; with -v after each. */
    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(2);

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "head, heads, base, an id or the beginning of one, +N, -N, REV+N, REV-N, label@head …; with --sql"
                            + " also START:END.")
    private String target = "";

    @Option(names = "--sql", description = "Print the script instead of running it; no database is asked.")
    private boolean sql;

    @Option(names = "--plan", description = "Print what would run, and change nothing.")
    private boolean plan;

    @Option(names = "--yes", description = "Answer every confirmation with yes, as pipelines do.")
    private boolean yes;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long a statement may wait for a lock before it is tried again: 500ms, 2s, 1m, 0 for ever; default:"
                            + " 2s.")
    private @Nullable Duration lockTimeout;

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a statement may run: 30s, 5m; default: for ever.")
    private @Nullable Duration statementTimeout;

    /** Which way the command goes. */
    abstract Direction direction();

    @Override
    int run(Workspace workspace) {
        String text = NegativeTargets.unprotect(target);
        if (sql) {
            EmptyHistory.refuse(workspace);
            terminal().document(new OfflineScript(workspace, direction()).write(text, settings()));
            if (retort().options().namesDatabase() && !TargetRange.isRange(text)) {
                terminal()
                        .remark(
                                "The script begins at the base: no database is asked for it. Where one stands elsewhere: retort "
                                        + word() + " START:END --sql");
            }
            return DONE;
        }
        Target wanted = Target.parse(text);
        Migrate migrate = new Migrate(workspace, direction());
        EmptyHistory.refuse(workspace);
        Migrate.Preview preview = migrate.preview(wanted);
        boolean asks = workspace.config().isProtected() && !preview.plan().isEmpty();
        if (plan || asks) {
            show(migrate, preview);
        }
        if (plan) {
            return DONE;
        }
        migrate.openErrors(preview.plan()).forEach(error -> terminal()
                .remark(new Part(Ink.WARNING, "warning "), Part.plain(error.rule() + ": " + error.message() + ".")));
        if (asks) {
            migrate.requireConsent(yes || confirmed(migrate, Objects.requireNonNull(config().environment())));
        }
        RunResult result = migrate.run(wanted, settings(), listener());
        sum(migrate, result);
        return DONE;
    }

    private void show(Migrate migrate, Migrate.Preview preview) {
        told(migrate.edited(preview));
        Iterator<Outline> outlines = migrate.outlines(preview.plan()).iterator();
        for (RevisionInfo revision : preview.plan().revisions()) {
            terminal().line(new Part(Ink.FAINT, "would " + word() + " "), Part.plain(step(revision)));
            Outline outline = outlines.next();
            outline.operations().forEach(operation -> terminal().line("  " + operation.summary()));
            if (outline.more()) {
                terminal().line(new Part(Ink.FAINT, "  … it asks the database: what follows is known when it runs"));
            }
            preview.standing().halfDone().stream()
                    .filter(left -> left.revision().equals(revision.id()) && left.steps() > 0)
                    .forEach(left -> terminal()
                            .line(new Part(Ink.FAINT, "  goes on after step " + left.steps() + ", which is done")));
        }
        if (preview.plan().isEmpty()) {
            terminal()
                    .remark("Nothing to do: the database stands at "
                            + place(preview.standing().rows()) + ".");
        }
    }

    private boolean confirmed(Migrate migrate, String environment) {
        if (!surroundings().interactive()) {
            return false;
        }
        terminal()
                .error(Part.plain("This will " + word() + " " + migrate.display() + ". Type the environment's name ("
                        + environment + ") to go on:"));
        try {
            return environment.equals(surroundings().in().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunSettings settings() {
        RunSettings settings = RunSettings.DEFAULT;
        if (lockTimeout != null) {
            settings = settings.withLockTimeout(lockTimeout);
        }
        return statementTimeout == null ? settings : settings.withStatementTimeout(statementTimeout);
    }

    private RunListener listener() {
        Terminal terminal = terminal();
        Clock clock = surroundings().clock();
        return new RunListener() {
            private Instant told = clock.instant();

            @Override
            public void batch(Plan.PlannedRevision revision, String progress) {
                Instant now = clock.instant();
                if (Duration.between(told, now).compareTo(BETWEEN_BATCHES) >= 0) {
                    told = now;
                    terminal.remark("  " + progress);
                } else {
                    terminal.detail("  " + progress);
                }
            }

            @Override
            public void waiting(String holder) {
                terminal.remark("Waiting for another run: " + holder);
            }

            @Override
            public void edited(List<Edited> revisions) {
                told(revisions);
            }

            @Override
            public void resumed(Plan.PlannedRevision revision, int step) {
                terminal.detail("step " + step + " of " + revision.revision().id() + " was done by an earlier run");
            }

            @Override
            public void ran(Plan.PlannedRevision revision, int step, String sql, Duration took) {
                terminal.detail("  " + sql + "  (" + Shown.duration(took) + ")");
            }

            @Override
            public void retrying(Plan.PlannedRevision revision, int step, String why, Duration pause) {
                terminal.remark(
                        "Trying " + revision.revision().id() + " again in " + Shown.duration(pause) + ": " + why);
            }

            @Override
            public void finished(RunResult.Ran ran) {
                terminal.did(
                        new Part(Ink.GOOD, word() + " "),
                        Part.plain(step(ran.revision().revision())),
                        new Part(Ink.FAINT, "  (" + Shown.duration(ran.took()) + ")"));
            }
        };
    }

    private void sum(Migrate migrate, RunResult result) {
        if (result.ran().isEmpty()) {
            terminal().remark("Nothing to do: " + migrate.display() + " stands at " + place(result.after()) + ".");
            return;
        }
        terminal()
                .remark(
                        new Part(Ink.GOOD, word() + "d "),
                        Part.plain(migrate.display() + " from " + place(result.before()) + " to "
                                + place(result.after()) + " in " + Shown.duration(result.took()) + ", as "
                                + migrate.role() + " (operating system user "
                                + System.getProperty("user.name", "unknown") + ")"));
    }

    private void told(List<Edited> revisions) {
        revisions.forEach(edited ->
                terminal().remark(new Part(Ink.WARNING, "edited "), Part.plain(edited.story() + " " + edited.cure())));
    }

    private String step(RevisionInfo revision) {
        String parents = revision.revises().isEmpty() ? "<base>" : String.join(", ", revision.revises());
        String message = revision.message().strip().lines().findFirst().orElse("");
        String way =
                direction() == Direction.UPGRADE ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
        return message.isEmpty() ? way : way + ", " + message;
    }

    private String word() {
        return direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    private static String place(Collection<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}
