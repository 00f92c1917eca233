package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code retort heads}. */
@Command(
        name = "heads",
        description = "Shows the revisions that no other revises. Where there are several, retort merge joins them.",
        abbreviateSynopsis = true)
final class HeadsCommand extends WorkspaceCommand {

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    int run(Workspace workspace) {
        List<Entry> heads = new History(workspace).heads();
        if (format.json()) {
            terminal().document(json().of(heads));
            return DONE;
        }
        EntryPrinter printer = printer();
        printer.all(heads, terminal().verbose());
        if (heads.isEmpty()) {
            noRevisions(workspace);
        }
        return DONE;
    }
}
