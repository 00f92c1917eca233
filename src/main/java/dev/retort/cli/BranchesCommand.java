package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import picocli.CommandLine.Command;

/** {@code retort branches}. */
@Command(
        name = "branches",
        description = "Shows the revisions that several others follow, each with those.",
        abbreviateSynopsis = true)
final class BranchesCommand extends WorkspaceCommand {

    @Override
    int run(Workspace workspace) {
        EntryPrinter printer = new EntryPrinter(terminal(), surroundings().directory());
        History history = new History(workspace);
        for (Entry branch : history.branchPoints()) {
            printer.name(branch);
            history.children(branch).forEach(printer::step);
        }
        return DONE;
    }
}
