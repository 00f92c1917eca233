package dev.retort.cli;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort check}. */
@Command(
        name = "check",
        description = {
            "Exits with 1 when a revision would have operations: the model against the database (--url, --env),",
            "or, with none, against the revisions replayed on the scratch server."
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

    @Option(names = "--format", paramLabel = "text|json|sql|github|sarif", description = "Default: text.")
    private Format format = Format.TEXT;

    @Override
    int run(Workspace workspace) {
        Comparison comparison = new Check(workspace).run();
        comparison.entities().forEach(entity -> terminal().detail("entity " + entity));
        switch (format) {
            case TEXT -> text(comparison);
            case JSON -> terminal().document(ComparisonJson.of(comparison));
            case SQL -> terminal().document(ComparisonSql.of(comparison));
            case GITHUB -> terminal().document(ComparisonGithub.of(comparison));
            case SARIF -> terminal().document(ComparisonSarif.of(comparison));
        }
        return comparison.isEmpty() ? DONE : NO;
    }

    private void text(Comparison comparison) {
        new ComparisonText(terminal()).print(comparison);
        if (comparison.isEmpty()) {
            terminal()
                    .remark(
                            new Part(Ink.GOOD, "No differences"),
                            Part.plain(" between the " + comparison.from() + " and the model."));
        } else {
            terminal()
                    .remark(
                            new Part(Ink.BOLD, Shown.count(comparison.up().size(), "difference")),
                            Part.plain(" between the " + comparison.from()
                                    + " and the model. Write the revision: "
                                    + retort().typed("retort revision --autogenerate -m \"…\"")));
        }
    }
}
