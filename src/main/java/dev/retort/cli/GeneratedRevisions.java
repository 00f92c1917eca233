package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.ComparisonText;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.ProofText;
import dev.retort.cli.output.Terminal;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Sql;
import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofResult;
import dev.retort.command.revise.Autogenerate;
import dev.retort.command.revise.NewRevision;
import dev.retort.command.revise.RevisionRequest;
import dev.retort.diff.Answers;
import dev.retort.diff.Questioner;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Shows how a revision is generated, proved and written. */
final class GeneratedRevisions {

    /** An option of the command, in a cure, that makes the revision another one. */
    private static final Pattern OPTION = Pattern.compile("--(?:rename|map|backfill|online|accept)\\b");

    private final Terminal terminal;
    private final ErrorPrinter errors;
    private final Path directory;
    private final Workspace workspace;
    private final Autogenerate autogenerate;
    private final Supplier<Activity> activities;

    /**
     * What is wanted.
     *
     * @param proof whether to prove the revision
     * @param stdout whether to print it instead of writing it
     * @param allowEmpty whether to write one where nothing differs
     */
    record Choices(boolean proof, boolean stdout, boolean allowEmpty) {}

    GeneratedRevisions(
            Terminal terminal,
            ErrorPrinter errors,
            Path directory,
            Workspace workspace,
            Questioner questioner,
            Supplier<Activity> activities) {
        this.terminal = terminal;
        this.errors = errors;
        this.directory = directory;
        this.workspace = workspace;
        this.autogenerate = new Autogenerate(workspace, questioner);
        this.activities = activities;
    }

    int run(RevisionRequest request, Answers answers, Choices choices) {
        if (choices.proof()) {
            workspace.scratch().start();
        }
        Autogenerate.Result result = autogenerate.run(request, answers, choices.allowEmpty());
        Comparison comparison = result.comparison();
        comparison.details().forEach(terminal::detail);
        NewRevision.Drafted drafted = result.drafted();
        if (drafted == null) {
            if (!terminal.quiet()) {
                new ComparisonText(terminal, errors::typed).warnings(comparison.allWarnings());
            }
            terminal.did(Part.plain("No differences between the " + comparison.from() + " and the model"
                    + Shown.leftAlone(comparison.leftAlone()) + ": no revision was written."));
            return Subcommand.DONE;
        }
        return choices.stdout()
                ? print(drafted, comparison, choices.proof())
                : write(drafted, comparison, choices.proof());
    }

    private int print(NewRevision.Drafted drafted, Comparison comparison, boolean proof) {
        terminal.document(drafted.source().text());
        if (!terminal.quiet()) {
            terminal.document("\n-- upgrade\n" + Sql.script(comparison.up(), "The upgrade") + "\n-- downgrade\n"
                    + Sql.script(comparison.down(), "The downgrade"));
        }
        if (!proof) {
            return Subcommand.DONE;
        }
        terminal.did();
        ProofResult result = prove(drafted, comparison);
        ProofText.print(result, terminal);
        ProofFailure failure = result.failure();
        if (failure == null) {
            return Subcommand.DONE;
        }
        Optional<Warning> foretold = autogenerate.foretold(comparison, failure);
        if (foretold.isPresent()) {
            cure(foretold.get(), "");
        } else {
            drifted(autogenerate.drift(comparison));
            terminal.line(errors.typed(
                    "  fix: Change the entities, or answer what the warnings ask, and run the command again; or write the file (without"
                            + " --stdout), correct it, and see that it holds with: retort verify"));
        }
        return Subcommand.NO;
    }

    /** The file is written once, with the mark of a failed proof in it; a proof that could not be tried does not take the file away. */
    private int write(NewRevision.Drafted drafted, Comparison comparison, boolean proof) {
        if (!terminal.quiet()) {
            ComparisonText text = new ComparisonText(terminal, errors::typed);
            text.print(comparison);
            text.downgrade(comparison);
        }
        if (!proof) {
            save(drafted);
            terminal.remark(errors.typed("It is not proved. To see that it holds: retort verify"));
            again(drafted, comparison);
            return Subcommand.DONE;
        }
        ProofResult result;
        try {
            result = prove(drafted, comparison);
        } catch (RetortException e) {
            save(drafted);
            terminal.error(new Part(Ink.WARNING, "not proved"), Part.plain(": the proof could not be tried."));
            return errors.print(e);
        }
        ProofFailure failure = result.failure();
        if (failure == null) {
            save(drafted);
            ProofText.print(result, terminal);
            again(drafted, comparison);
            return Subcommand.DONE;
        }
        Optional<Warning> foretold = autogenerate.foretold(comparison, failure);
        List<String> drift = foretold.isPresent() ? List.of() : autogenerate.drift(comparison);
        Autogenerate.Marked marked = autogenerate.marked(drafted, comparison, failure);
        boolean without = foretold.isEmpty() && autogenerate.isWithoutRevisions(comparison);
        save(marked.drafted());
        ProofText.print(result.with(marked.failure()), terminal);
        drifted(drift);
        terminal.line(
                errors.typed(
                        "  The file is kept, with the mark proof-failed. Correct it, and see that it holds with: retort verify"));
        terminal.line("  Or delete " + file(drafted)
                + ", change the entities or answer a warning by its option, and run the command again.");
        terminal.line(
                "  Or, where your rows are other than the proof's and it is fine, say so in the file, and check, verify and upgrade go on:");
        terminal.line(
                "  @dev.retort.migration.Acknowledged(value = \"" + ErrorRules.PROOF_FAILED + "\", because = \"…\")");
        if (without) {
            withoutRevisions();
        }
        foretold.ifPresent(
                warning -> cure(warning, " Where you run the command again, delete " + file(drafted) + " first."));
        return Subcommand.NO;
    }

    private ProofResult prove(NewRevision.Drafted drafted, Comparison comparison) {
        try (Activity activity = activities.get()) {
            activity.begins("proving the revision: up, down and up again on the scratch server");
            return autogenerate.prove(drafted, comparison);
        }
    }

    /** What helps is said last, where one looks first. */
    private void cure(Warning warning, String first) {
        terminal.line(
                warning.rule().startsWith("possible-") && warning.rule().endsWith("rename")
                        ? "  Where it is a rename, as the warning " + warning.rule() + " asks, this is why." + first
                        : "  The warning " + warning.rule() + " told of this." + first);
        terminal.line("  fix: " + warning.cure());
    }

    /** A file that stays would be a revision of its own, to be applied before the command runs again. */
    private void again(NewRevision.Drafted drafted, Comparison comparison) {
        boolean asks = comparison.reviewed().stream()
                .anyMatch(warning -> OPTION.matcher(warning.cure()).find());
        if (asks && !terminal.quiet()) {
            terminal.line("To run the command again with an option that a warning names, delete " + file(drafted)
                    + " first.");
        }
    }

    private String file(NewRevision.Drafted drafted) {
        return Shown.path(directory, drafted.path());
    }

    /** One that came to be without revisions is adopted first. */
    private void withoutRevisions() {
        terminal.line(
                "  No revision makes what the database has, and the proof begins at what the revisions make: nothing.");
        terminal.line(errors.typed(
                "  fix: Delete the file. Keep as the first revision what this prints, in the file of its class: retort diff --from empty --to database"
                        + " --format java"));
        terminal.line(errors.typed("       Then say that the database stands there: retort stamp head"));
        terminal.line("       And run the command again: it writes, and proves, what is left.");
    }

    /** A database that somebody changed by hand is not where the proof begins. */
    private void drifted(List<String> changes) {
        if (!changes.isEmpty()) {
            terminal.line("  The database that the entities were compared with is not what its revisions make:");
            changes.forEach(change -> terminal.line("  - " + change));
            terminal.line(
                    "  The proof begins at what the revisions make. Undo these changes by hand, or write a revision of them first.");
        }
    }

    private void save(NewRevision.Drafted drafted) {
        new NewRevision(workspace).write(drafted);
        terminal.did(new Part(Ink.GOOD, "wrote "), Part.plain(file(drafted)));
    }
}
