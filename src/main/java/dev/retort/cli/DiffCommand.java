package dev.retort.cli;

import dev.retort.cli.options.AnswerOptions;
import dev.retort.cli.output.ComparisonJson;
import dev.retort.cli.output.ComparisonSql;
import dev.retort.cli.output.ComparisonText;
import dev.retort.command.Differences;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.diff.Answers;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retort diff --from STATE --to STATE}. */
@Command(
        name = "diff",
        description = {
            "The operations between any two states: model, revisions, revisions@REV, empty, file:PATH.sql, env:NAME,",
            "database (the configured one), or a URL."
        },
        abbreviateSynopsis = true)
final class DiffCommand extends WorkspaceCommand {

    /** How the result is shown. */
    enum Format {
        TEXT,
        SQL,
        JAVA,
        JSON
    }

    @Option(names = "--from", paramLabel = "STATE", required = true, description = "Where the operations start.")
    private String from = "";

    @Option(names = "--to", paramLabel = "STATE", required = true, description = "Where the operations lead.")
    private String to = "";

    @Option(names = "--format", paramLabel = "text|sql|java|json", description = "Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--reverse", description = "The way back: from the second state to the first.")
    private boolean reverse;

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Option(names = "--exit-code", description = "Exit with 1 when the states differ.")
    private boolean exitCode;

    @Override
    int run(Workspace workspace) {
        Path directory = surroundings().directory();
        State first = State.parse(from, directory);
        State second = State.parse(to, directory);
        Differences differences = new Differences(workspace);
        Answers said = answers.answers();
        Comparison comparison = reverse
                ? differences.between(
                        second, first, new Answers(said.renames().inverse(), said.backfills(), said.mappings()))
                : differences.between(first, second, said);
        switch (format) {
            case TEXT -> text(comparison);
            case SQL -> terminal().document(ComparisonSql.of(comparison));
            case JAVA -> terminal().document(differences.java(comparison).text());
            case JSON -> terminal().document(ComparisonJson.of(comparison));
        }
        return exitCode && !comparison.isEmpty() ? NO : DONE;
    }

    private void text(Comparison comparison) {
        new ComparisonText(terminal()).print(comparison);
        if (comparison.isEmpty()) {
            terminal().remark("No differences.");
        }
    }
}
