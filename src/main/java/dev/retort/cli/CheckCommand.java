package dev.retort.cli;

import dev.retort.ProofException;
import dev.retort.cli.output.ComparisonGithub;
import dev.retort.cli.output.ComparisonJson;
import dev.retort.cli.output.ComparisonSarif;
import dev.retort.cli.output.ComparisonSql;
import dev.retort.cli.output.ComparisonText;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Check;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Difference;
import dev.retort.operation.Warning;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort check}. */
@Command(
        name = "check",
        description = {
            "Says whether a revision is missing: exits with 1 when one would have operations. The model is compared with the",
            "database (--url, --env), which must be at head, or, where none is named, with the revisions replayed on the scratch",
            "server. Exits with 1, too, when a revision file carries an error-level warning that nobody has acknowledged."
        },
        abbreviateSynopsis = true)
final class CheckCommand extends WorkspaceCommand {

    /** How the result is shown. */
    enum Format {
        TEXT,
        JSON,
        SQL,
        GITHUB,
        SARIF
    }

    @Option(
            names = "--format",
            paramLabel = "text|json|sql|github|sarif",
            description = "How differences are shown; default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--strict",
            description =
                    "Exit with 1, too, when the database has tables, views, sequences or types of nobody; default: they are listed.")
    private boolean strict;

    private static final int SHOWN = 5;

    @Override
    int run(Workspace workspace) {
        workspace.keepConnections();
        doubtEmptyHistory(workspace);
        Check check = new Check(workspace);
        List<Warning> errors = check.openErrors();
        Comparison comparison;
        try {
            comparison = check.run()
                    .with(errors)
                    .with(check.stale())
                    .with(check.edited())
                    .noting(Check.synced(workspace));
            comparison = strict ? comparison.strict() : comparison;
        } catch (ProofException behind) {
            // Whoever reads a document finds the answer in it, as well as the error beside it; a script would have
            // nothing to run.
            if (format != Format.SQL) {
                document(Check.behind(behind).with(errors), "behind");
            }
            throw behind;
        }
        comparison.details().forEach(terminal()::detail);
        noteAside(comparison);
        if (format == Format.TEXT) {
            text(comparison);
        } else {
            document(comparison, status(comparison, errors));
        }
        return comparison.isEmpty() && errors.isEmpty() && strangers(comparison) == 0 ? DONE : NO;
    }

    /** An entity in a package that nobody named must not stay away in silence. */
    private void noteAside(Comparison comparison) {
        SortedSet<String> aside = comparison.entitiesAside();
        if (aside.isEmpty()) {
            return;
        }
        String packages = aside.stream()
                .map(name -> name.substring(0, Math.max(name.lastIndexOf('.'), 0)))
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        terminal()
                .remark(
                        new Part(Ink.WARNING, "note "),
                        Part.plain((aside.size() == 1 ? "1 entity" : aside.size() + " entities")
                                + " on the class path "
                                + (aside.size() == 1 ? "is" : "are")
                                + " in no package of the key entities, and not compared: "
                                + aside.stream().limit(SHOWN).collect(Collectors.joining(", "))
                                + (aside.size() > SHOWN ? ", … (-v names them)" : "")
                                + ". Add " + packages + " to entities where it is meant."));
        if (aside.size() > SHOWN) {
            aside.forEach(name -> terminal().detail("entity not read: " + name));
        }
    }

    private void document(Comparison comparison, String status) {
        switch (format) {
            case TEXT -> {}
            case JSON -> terminal().document(ComparisonJson.of(comparison, status));
            case SQL -> terminal().document(ComparisonSql.of(comparison));
            case GITHUB -> terminal().document(ComparisonGithub.of(comparison));
            case SARIF -> terminal().document(ComparisonSarif.of(comparison));
        }
    }

    /** How many objects count that are nobody's. */
    private int strangers(Comparison comparison) {
        return strict ? comparison.unmanaged().size() : 0;
    }

    private String status(Comparison comparison, List<Warning> errors) {
        if (!comparison.isEmpty() || strangers(comparison) > 0) {
            return "drift";
        }
        return errors.isEmpty() ? "clean" : "unacknowledged";
    }

    private void text(Comparison comparison) {
        new ComparisonText(terminal(), retort()::typed).print(comparison);
        int strangers = strangers(comparison);
        if (comparison.isEmpty()) {
            terminal()
                    .remark(
                            strangers == 0
                                    ? new Part(Ink.GOOD, "No differences")
                                    : new Part(
                                            Ink.BOLD, Shown.count(strangers, "object") + " of nobody; no differences"),
                            Part.plain(" between the " + comparison.from() + " and the model"
                                    + Shown.leftAlone(comparison.leftAlone()) + "."));
        } else {
            terminal()
                    .remark(
                            new Part(Ink.BOLD, Shown.count(Difference.count(comparison), "difference")),
                            Part.plain(" between the " + comparison.from()
                                    + " and the model. Write the revision: "
                                    + retort().typed("retort revision --autogenerate -m \"…\"")));
            if (comparison.from().equals("database")) {
                terminal()
                        .remark(retort().typed(
                                        "If somebody changed the database by hand, bring the entities along or undo"
                                                + " it there. What was changed by hand shows: retort drift"));
            }
        }
    }
}
