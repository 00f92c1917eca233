package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.History;
import picocli.CommandLine.Command;

/** {@code retort heads}. */
@Command(name = "heads", description = "Shows the revisions that no other revises.", abbreviateSynopsis = true)
final class HeadsCommand extends WorkspaceCommand {

    @Override
    int run(Workspace workspace) {
        EntryPrinter printer = new EntryPrinter(terminal(), surroundings().directory());
        new History(workspace).heads().forEach(terminal().verbose() ? printer::full : printer::name);
        return DONE;
    }
}
