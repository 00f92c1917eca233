package dev.retort.cli;

import dev.retort.cli.output.ComparisonText;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Times;
import dev.retort.command.Workspace;
import dev.retort.command.compare.IdleFilters;
import dev.retort.command.compare.Sql;
import dev.retort.command.sync.Sync;
import dev.retort.diff.RenameCandidate;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.runtime.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort sync}. */
@Command(
        name = "sync",
        description = {
            "For local development: makes what the entities want and the database lacks, without a revision: schemas, types, enum",
            "values, sequences, tables, columns, constraints, indexes. It drops and changes nothing, and names what it leaves.",
            "Refused on a protected environment. The database is then ahead of its revisions; once the revision is written:",
            "",
            "  retort drift head     whether the database is what the revisions make",
            "  retort stamp head     if so, says that it stands there"
        },
        abbreviateSynopsis = true)
final class SyncCommand extends WorkspaceCommand {

    @Option(
            names = "--check",
            description =
                    "Print what would be made, with -v its SQL, and make nothing; exit with 1 if there is something.")
    private boolean check;

    @Option(
            names = "--backup",
            description = {
                "First copy the database on its server, to NAME_backup_TIME (UTC). Nobody else may be connected to it, and the role",
                "must be one that may make databases. Nothing is copied where nothing is missing."
            })
    private boolean backup;

    @Override
    int run(Workspace workspace) {
        Instant start = surroundings().clock().instant();
        Sync sync = new Sync(workspace);
        Sync.Proposal proposal = sync.propose();
        proposal.comparison().details().forEach(terminal()::detail);
        List<Operation> made = proposal.made();
        if (check) {
            made.forEach(operation -> {
                terminal().line(new Part(Ink.FAINT, "would "), new Part(Ink.of(operation), operation.summary()));
                Sql.of(operation).forEach(sql -> terminal().detail("  " + sql));
            });
            if (backup && !made.isEmpty()) {
                terminal().remark("It would be copied to " + sync.backupName() + " first.");
            }
            left(proposal);
            if (made.isEmpty()) {
                terminal().remark(nothing(sync));
            }
            return made.isEmpty() ? DONE : NO;
        }
        if (made.isEmpty()) {
            left(proposal);
            terminal().remark(nothing(sync));
            return DONE;
        }
        if (backup) {
            terminal().did(new Part(Ink.GOOD, "copied "), Part.plain(sync.display() + " to " + sync.copy()));
        }
        String role = sync.run(proposal, config().runSettings(), new RunListener() {
            @Override
            public void waiting(String holder) {
                terminal().remark("Waiting for another run: " + holder);
            }
        });
        made.forEach(operation -> terminal().did(new Part(Ink.GOOD, "sync "), Part.plain(operation.summary())));
        left(proposal);
        terminal()
                .remark(
                        new Part(Ink.GOOD, "synced "),
                        Part.plain(sync.display() + " with the model: " + Shown.count(made.size(), "addition") + " in "
                                + Times.taken(Duration.between(
                                        start, surroundings().clock().instant()))
                                + Account.as(role)
                                + ". It is ahead of its revisions now; to write the one that makes this: "
                                + retort().typed("retort revision --autogenerate -m \"…\"")));
        return DONE;
    }

    private static String nothing(Sync sync) {
        return "Nothing to do: " + sync.display() + " lacks nothing that the model wants.";
    }

    /** What is not done is said by name: what stays, what may have been meant otherwise, and what could not be compared. */
    private void left(Sync.Proposal proposal) {
        proposal.left()
                .forEach(operation -> terminal().line(new Part(Ink.WARNING, "left "), Part.plain(operation.summary())));
        proposal.mayBeRenamed().forEach(candidate -> terminal()
                .line(new Part(Ink.WARNING, "rename? "), Part.plain(renamed(candidate))));
        new ComparisonText(terminal(), retort()::typed)
                .warnings(proposal.comparison().allWarnings().stream()
                        .filter(SyncCommand::isOfWhatIsThere)
                        .toList());
        if (!proposal.left().isEmpty()) {
            terminal()
                    .remark(Shown.count(proposal.left().size(), "difference")
                            + " left, as sync drops and changes nothing: "
                            + retort().typed("a revision does it, retort revision --autogenerate -m \"…\""));
        }
    }

    private static String renamed(RenameCandidate candidate) {
        return candidate.kind() + " " + candidate.to() + " may be " + candidate.from()
                + " under a new name, " + candidate.why() + ": sync makes a new one beside it, and moves nothing."
                + " A revision renames it: --rename " + candidate.option();
    }

    /** Warnings of the way up are about a revision that nobody writes here, except for what was not compared, or not looked at. */
    private static boolean isOfWhatIsThere(Warning warning) {
        return warning.level() == Warning.Level.INFO
                || warning.rule().equals("not-compared")
                || warning.rule().equals(IdleFilters.RULE);
    }
}
