package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.options.RunOptions;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.EmptyHistory;
import dev.retort.command.Workspace;
import dev.retort.command.run.Loss;
import dev.retort.command.run.Migrate;
import dev.retort.command.run.OfflineScript;
import dev.retort.command.run.Outline;
import dev.retort.migration.Direction;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.RunSettings;
import java.util.Iterator;
import java.util.List;
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

    @Option(
            names = "--fail-fast",
            description = "With tenants: begin no further one once one has failed; default: the others go on.")
    private boolean failFast;

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
        if (workspace.config().hasTenants()) {
            EmptyHistory.refuse(workspace);
            return new TenantMigration(
                            retort(),
                            workspace,
                            direction(),
                            new TenantMigration.Choices(phase(), sql, plan, yes, failFast))
                    .run(text, settings());
        }
        if (failFast) {
            throw new UsageException(
                    "--fail-fast is for tenants",
                    "one database has no other that could go on.",
                    "Leave it out, or name tenants: --schema-per-tenant PATTERN");
        }
        if (sql) {
            return print(workspace, text);
        }
        Migrate migrate = new Migrate(workspace, direction(), phase());
        migrate.ask();
        EmptyHistory.refuse(workspace);
        Target wanted = wanted(workspace, Target.parse(text));
        Migrate.Preview preview = migrate.preview(wanted);
        if (plan) {
            List<Outline> outlines = outlines(migrate, preview);
            show(migrate, preview, outlines);
            tell(migrate.losses(outlines));
            warn(migrate.foreseenErrors(preview.plan()));
            return DONE;
        }
        boolean always = migrate.wantsConsent(preview.plan());
        if (always) {
            migrate.refuseIrreversible(preview.plan());
        }
        List<Outline> outlines = !yes
                        || (always
                                && workspace.config().isProtected()
                                && !workspace.config().quiet())
                ? outlines(migrate, preview)
                : List.of();
        List<Loss> losses = yes ? List.of() : migrate.losses(outlines);
        boolean shows = !outlines.isEmpty() && (always || !losses.isEmpty());
        if (shows) {
            show(migrate, preview, outlines);
        }
        warn(migrate.openErrors(preview.plan()));
        if (!yes && (always || !losses.isEmpty())) {
            consent(migrate, wanted, losses);
        }
        RunResult result;
        try (Activity activity = activity()) {
            activity.begins("preparing the revisions");
            result = migrate.run(wanted, settings(), new RunReport(terminal(), retort().errors(), activity, shows));
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

    private int print(Workspace workspace, String text) {
        if (plan) {
            throw new UsageException(
                    "--sql and --plan do not go together",
                    "the one prints what somebody else runs, the other what would run on the database.",
                    "Leave one of them out.");
        }
        EmptyHistory.refuse(workspace);
        OfflineScript script = new OfflineScript(workspace, direction(), phase(), text);
        warn(script.openErrors());
        terminal().document(script.write(settings()));
        if (retort().options().namesDatabase() && !TargetRange.isRange(text)) {
            terminal()
                    .remark(
                            "The script begins at the base: no database is asked for it. Where one stands elsewhere: retort "
                                    + word() + " START:END --sql");
        }
        return DONE;
    }

    private void warn(List<Warning> errors) {
        errors.forEach(error -> terminal()
                .remark(new Part(Ink.WARNING, "warning "), Part.plain(error.rule() + ": " + error.message() + ".")));
    }

    private void show(Migrate migrate, Migrate.Preview preview, List<Outline> outlined) {
        migrate.edited(preview).forEach(edited -> retort().errors().warn(edited.what(), edited.why(), edited.cure()));
        Iterator<Outline> outlines = outlined.iterator();
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
            if (!outline.fault().isEmpty()) {
                terminal()
                        .line(
                                new Part(Ink.WARNING, "  … without a database it fails here: "),
                                Part.plain(outline.fault()));
            }
            preview.standing().halfDone().stream()
                    .filter(left -> left.revision().equals(revision.id()))
                    .forEach(this::halfDone);
        }
        if (preview.plan().isEmpty()) {
            terminal()
                    .remark("Nothing to do: the database stands at "
                            + Account.place(preview.standing().rows()) + ".");
        }
    }

    private void halfDone(HalfDone left) {
        terminal().line(new Part(Ink.WARNING, "  half done: "), Part.plain(left.story()));
        terminal()
                .line(
                        new Part(Ink.FAINT, "  fix: "),
                        Part.plain("Go on, what is done is not repeated: "
                                + retort().typed("retort " + word() + " " + NegativeTargets.unprotect(target))));
    }

    /** Compiling many revisions takes its time. */
    private List<Outline> outlines(Migrate migrate, Migrate.Preview preview) {
        try (Activity activity = activity()) {
            activity.begins("preparing the revisions");
            return migrate.outlines(preview.plan());
        }
    }

    private void tell(List<Loss> losses) {
        losses.forEach(loss -> terminal()
                .line(new Part(Ink.WARNING, loss.certain() ? "would lose " : "may lose "), Part.plain(loss.display())));
    }

    private void consent(Migrate migrate, Target wanted, List<Loss> losses) {
        tell(losses);
        Consent consent = new Consent(surroundings(), terminal());
        if (!consent.given(
                "This will " + word() + " " + migrate.display() + ".",
                config().isProtected() ? Objects.requireNonNull(config().environment()) : "")) {
            migrate.requireConsent(wanted, consent.possible(), losses);
        }
    }

    private RunSettings settings() {
        return options.over(config().runSettings());
    }

    private void sum(Migrate migrate, Target wanted, RunResult result) {
        if (result.ran().isEmpty()) {
            terminal()
                    .remark("Nothing to do: " + migrate.display() + " stands at " + Account.place(result.after()) + "."
                            + retort().typed(migrate.wayBack(wanted, result.after())
                                    + migrate.waiting(wanted, result.after())));
            return;
        }
        terminal()
                .remark(Account.of(
                        word() + "d ",
                        migrate.display(),
                        result.before(),
                        result.after(),
                        result.took(),
                        result.role()));
    }

    private String word() {
        return RunReport.word(direction());
    }
}
