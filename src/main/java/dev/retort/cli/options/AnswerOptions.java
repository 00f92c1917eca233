package dev.retort.cli.options;

import dev.retort.diff.Answers;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What somebody says of a difference that no comparison can know. */
public final class AnswerOptions {

    @Option(
            names = "--rename",
            paramLabel = "a=b",
            description = {
                "A confirmed rename, repeatable: table=table, table.column=column, table.index=index,",
                "table.constraint=constraint, sequence=sequence, type=type, type.value=value; case-style for all whose",
                "new name has the same letters."
            })
    private List<String> renames = List.of();

    @Option(
            names = "--backfill",
            paramLabel = "table.column=VALUE",
            description = {
                "What present rows hold in a column that must have a value, an SQL expression or a text; repeatable:",
                "the column is added nullable, filled, then set not null."
            })
    private List<String> backfills = List.of();

    @Option(
            names = "--map",
            paramLabel = "table.column.OLD=NEW",
            description = {
                "What becomes of a value that leaves the check of a column, or (type.OLD=NEW) an enum type;",
                "repeatable."
            })
    private List<String> mappings = List.of();

    /**
     * The answers.
     *
     * @throws dev.retort.UsageException if one cannot be read
     */
    public Answers answers() {
        return Answers.parse(renames, backfills, mappings);
    }

    /** The first option that was given. */
    public Optional<String> given() {
        if (!renames.isEmpty()) {
            return Optional.of("--rename");
        } else if (!backfills.isEmpty()) {
            return Optional.of("--backfill");
        }
        return mappings.isEmpty() ? Optional.empty() : Optional.of("--map");
    }
}
