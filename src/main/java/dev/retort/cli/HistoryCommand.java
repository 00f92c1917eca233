package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.EntriesMermaid;
import dev.retort.cli.output.GraphRows;
import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import dev.retort.revision.TargetRange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort history [-r A:B] [-i] [--graph]}. */
@Command(
        name = "history",
        description = {
            "Shows the revisions, the newest first; with -v all that they say of themselves.",
            "",
            "  retort history -i                 what the database has, and what is pending",
            "  retort history -r 0003:           from 0003 on",
            "  retort history --graph            branches and merges, drawn",
            "  retort history --format mermaid   the same as a diagram for Markdown"
        },
        abbreviateSynopsis = true)
final class HistoryCommand extends WorkspaceCommand {

    /** How the revisions are shown. */
    enum Format {
        TEXT,
        MERMAID,
        JSON
    }

    @Option(
            names = {"-r", "--range"},
            paramLabel = "A:B",
            description = "From A to B, both included; an end may be left out; current is where the database stands.")
    private String range = ":";

    @Option(
            names = {"-i", "--indicate-current"},
            description = {
                "Mark where the database stands and which revisions it lacks; --env and --url on the command line do so,",
                "too."
            })
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw how the revisions follow each other.")
    private boolean graph;

    @Option(names = "--format", paramLabel = "text|mermaid|json", description = "How they are shown; default: text.")
    private Format format = Format.TEXT;

    @Override
    int run(Workspace workspace) {
        if (graph && format != Format.TEXT) {
            throw new UsageException(
                    "--graph draws with characters",
                    "--format asks for " + format.name().toLowerCase(java.util.Locale.ROOT) + ".",
                    "Leave one of them out.");
        }
        TargetRange parsed = TargetRange.parse(NegativeTargets.unprotect(range));
        boolean named = indicateCurrent || retort().options().namesDatabase();
        History history = new History(workspace);
        List<Entry> entries = history.range(parsed, named);
        if (workspace.revisions().graph().isEmpty()) {
            noRevisions(workspace);
        }
        switch (format) {
            case TEXT -> text(entries);
            case MERMAID -> terminal().document(EntriesMermaid.of(entries));
            case JSON -> terminal().document(json().of(entries));
        }
        history.halfDone().forEach(left -> tell(left, workspace.revisions().graph()));
        return DONE;
    }

    private void text(List<Entry> entries) {
        EntryPrinter printer = printer();
        if (graph) {
            drawn(entries, printer);
            return;
        }
        for (Entry entry : entries) {
            if (terminal().verbose()) {
                printer.full(entry);
                terminal().line("");
            } else {
                printer.step(entry);
            }
        }
    }

    private void drawn(List<Entry> entries, EntryPrinter printer) {
        Map<String, Entry> byId = new HashMap<>();
        Map<String, List<String>> parents = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byId.put(entry.revision().id(), entry);
            parents.put(entry.revision().id(), entry.revision().revises());
        }
        for (GraphRows.Row row : GraphRows.of(parents)) {
            Entry entry = byId.get(row.id());
            if (entry == null) {
                printer.drawing(row.drawing());
            } else if (terminal().verbose()) {
                printer.behind(row.drawing() + "  ", row.below() + "   ").full(entry);
                printer.drawing(row.below());
            } else {
                printer.behind(row.drawing() + "  ", row.below()).name(entry);
            }
        }
    }
}
