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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retort diff --from STATE --to STATE}. */
@Command(
        name = "diff",
        description = {
            "Shows the operations between any two states of the schema. A state is model (the entities), revisions or",
            "revisions@REV (replayed on the scratch server), database (the one of --env, --url or the settings), env:NAME or a",
            "URL (another one), file:PATH.sql, or empty.",
            "",
            "  retort diff -e dev                               from the database of dev",
            "  retort diff --from env:staging --to env:dev      from one database to another",
            "  retort diff --from revisions@0003 --format sql   what 0003 lacks, as SQL",
            "  retort diff --from empty --to file:schema.sql --format java"
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

    @Option(
            names = "--from",
            paramLabel = "STATE",
            description = "Where the operations start; default: database, or revisions where none is named.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "STATE",
            description = "Where the operations lead; default: model, and from the model what --from would be.")
    private @Nullable String to;

    @Option(names = "--format", paramLabel = "text|sql|java|json", description = "How they are shown; default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--reverse", description = "The way back: from the second state to the first.")
    private boolean reverse;

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Option(
            names = "--exit-code",
            description =
                    "Exit with 1 when there is something to do; what is only warned of, such as how partitions are cut, leaves it 0.")
    private boolean exitCode;

    @Option(
            names = "--strict",
            description = {
                "Between a database and revisions, count tables, views, sequences and types that no revision made, too; default: they",
                "are listed and stay."
            })
    private boolean strict;

    @Override
    int run(Workspace workspace) {
        Path directory = surroundings().directory();
        String present = workspace.config().url() != null ? "database" : "revisions";
        State first = State.parse(from != null ? from : present, directory);
        State second = State.parse(to != null ? to : "model".equals(from) ? present : "model", directory);
        Differences differences = new Differences(workspace);
        Answers said = answers.answers();
        Comparison comparison = reverse
                ? differences.between(
                        second, first, new Answers(said.renames().inverse(), said.backfills(), said.mappings()), strict)
                : differences.between(first, second, said, strict);
        comparison.details().forEach(terminal()::detail);
        switch (format) {
            case TEXT -> text(comparison);
            case SQL -> terminal().document(ComparisonSql.of(comparison));
            case JAVA -> terminal().document(differences.java(comparison).text());
            case JSON -> terminal().document(ComparisonJson.of(comparison));
        }
        return exitCode && !comparison.isEmpty() ? NO : DONE;
    }

    private void text(Comparison comparison) {
        new ComparisonText(terminal(), retort()::typed).print(comparison);
        if (comparison.isEmpty()) {
            terminal().remark("No differences.");
        }
    }
}
