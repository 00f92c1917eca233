package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Sql;
import dev.retort.command.history.Contents;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import dev.retort.migration.Direction;
import dev.retort.revision.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort show REV}. */
@Command(
        name = "show",
        description = {
            "Shows all that a revision says of itself, and what it does, both ways.",
            "",
            "  retort show head           the newest revision",
            "  retort show current --sql  the one where the database stands, as SQL"
        },
        abbreviateSynopsis = true)
final class ShowCommand extends WorkspaceCommand {

    private static final String COMMENT = "-- ";

    @Parameters(
            paramLabel = "REV",
            converter = TargetConverter.class,
            description = "An id or the beginning of one, head, heads, current, head-1, a branch label.")
    private @Nullable Target target;

    @Option(
            names = "--sql",
            description = "The statements in place of a line for each operation; what is no SQL is a comment.")
    private boolean sql;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    int run(Workspace workspace) {
        Target wanted = given(target);
        List<Entry> entries = new History(workspace).show(wanted);
        if (entries.isEmpty()) {
            throw new UsageException(
                    wanted + " is no revision",
                    "it lies before the first, so there is nothing to show.",
                    "Name a revision: retort history");
        }
        workspace.revisions().prepare(entries.stream().map(Entry::revision).toList());
        if (format.json()) {
            terminal().document(json().withContents(entries, entry -> {
                Map<String, Contents> ways = new LinkedHashMap<>();
                for (Direction way : Direction.values()) {
                    ways.put(word(way), Contents.of(workspace, entry.revision(), way));
                }
                return ways;
            }));
            return DONE;
        }
        boolean further = false;
        for (Entry entry : entries) {
            if (further) {
                terminal().line("");
            }
            further = true;
            (sql ? printer().behind(COMMENT, COMMENT) : printer()).full(entry);
            for (Direction way : Direction.values()) {
                Contents contents = Contents.of(workspace, entry.revision(), way);
                if (sql) {
                    statements(entry, word(way), contents);
                } else {
                    contents(word(way), contents);
                }
            }
        }
        return DONE;
    }

    /** A script: what is no SQL is a comment. */
    private void statements(Entry entry, String way, Contents contents) {
        terminal().line("");
        terminal().line(new Part(Ink.FAINT, COMMENT + way));
        terminal()
                .document(Sql.script(
                        contents.operations(),
                        "The " + way + " of " + entry.revision().display()));
        if (!contents.irreversible().isEmpty()) {
            terminal().line(new Part(Ink.WARNING, COMMENT + "cannot be done: "), Part.plain(contents.irreversible()));
        } else if (contents.asks()) {
            terminal()
                    .line(new Part(Ink.FAINT, COMMENT + "… it asks the database: what follows is known when it runs"));
        } else if (contents.operations().isEmpty()) {
            terminal().line(new Part(Ink.FAINT, COMMENT + "nothing"));
        }
    }

    private void contents(String way, Contents contents) {
        terminal().line("");
        terminal().line(new Part(Ink.BOLD, way));
        contents.operations()
                .forEach(operation -> terminal().line(new Part(Ink.of(operation), "    " + operation.summary())));
        if (!contents.irreversible().isEmpty()) {
            terminal().line(new Part(Ink.WARNING, "    cannot be done: "), Part.plain(contents.irreversible()));
        } else if (contents.asks()) {
            terminal().line(new Part(Ink.FAINT, "    … it asks the database: what follows is known when it runs"));
        } else if (contents.operations().isEmpty()) {
            terminal().line(new Part(Ink.FAINT, "    nothing"));
        }
    }

    private static String word(Direction way) {
        return way == Direction.UPGRADE ? "upgrade" : "downgrade";
    }
}
