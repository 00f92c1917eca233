package dev.retort.cli;

import dev.retort.cli.options.RunOptions;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.EmptyHistory;
import dev.retort.command.Workspace;
import dev.retort.command.run.Migrate;
import dev.retort.command.run.OfflineScript;
import dev.retort.command.run.Outline;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code upgrade} and {@code downgrade} have in common. */
abstract class MigrateCommand extends WorkspaceCommand {

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

    @Mixin
    private final RunOptions options = new RunOptions();

    /** Which way the command goes. */
    abstract Direction direction();

    /** Which part of it runs; null for all. */
    @Nullable
    DeployPhase phase() {
        return null;
    }

    @Override
    int run(Workspace workspace) {
        String text = NegativeTargets.unprotect(target);
        if (sql) {
            EmptyHistory.refuse(workspace);
            terminal().document(new OfflineScript(workspace, direction(), phase()).write(text, settings()));
            if (retort().options().namesDatabase() && !TargetRange.isRange(text)) {
                terminal()
                        .remark(
                                "The script begins at the base: no database is asked for it. Where one stands elsewhere: retort "
                                        + word() + " START:END --sql");
            }
            return DONE;
        }
        Migrate migrate = new Migrate(workspace, direction(), phase());
        EmptyHistory.refuse(workspace);
        Target wanted = wanted(workspace, Target.parse(text));
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
        RunResult result;
        try (Activity activity = activity()) {
            activity.begins("preparing the revisions");
            result = migrate.run(wanted, settings(), new RunReport(terminal(), activity));
        }
        sum(migrate, wanted, result);
        return DONE;
    }

    /** A project that has no revisions yet has no head either: all that there is has been applied. */
    private Target wanted(Workspace workspace, Target target) {
        if (!target.equals(Target.HEAD) || !workspace.revisions().graph().isEmpty()) {
            return target;
        }
        noRevisions(workspace);
        return Target.HEADS;
    }

    private void show(Migrate migrate, Migrate.Preview preview) {
        RunReport.edited(terminal(), migrate.edited(preview));
        Iterator<Outline> outlines = migrate.outlines(preview.plan()).iterator();
        for (RevisionInfo revision : preview.plan().revisions()) {
            terminal()
                    .line(
                            new Part(Ink.FAINT, "would " + word() + " "),
                            Part.plain(RunReport.step(revision, direction())));
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
        return options.over(config().runSettings());
    }

    private void sum(Migrate migrate, Target wanted, RunResult result) {
        if (result.ran().isEmpty()) {
            terminal()
                    .remark("Nothing to do: " + migrate.display() + " stands at " + place(result.after()) + "."
                            + retort().typed(migrate.wayBack(wanted, result.after())));
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

    private String word() {
        return RunReport.word(direction());
    }

    private static String place(Collection<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}
