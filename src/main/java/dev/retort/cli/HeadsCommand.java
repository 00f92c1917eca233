package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code retort heads}. */
@Command(name = "heads", description = "Shows the revisions that no other revises.", abbreviateSynopsis = true)
final class HeadsCommand extends WorkspaceCommand {

    @Override
    int run(Workspace workspace) {
        EntryPrinter printer = new EntryPrinter(terminal(), surroundings().directory());
        List<Entry> heads = new History(workspace).heads();
        heads.forEach(terminal().verbose() ? printer::full : printer::name);
        if (heads.isEmpty()) {
            noRevisions(workspace);
        }
        return DONE;
    }
}
