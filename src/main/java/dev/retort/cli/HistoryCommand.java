package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import dev.retort.revision.TargetRange;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort history [-r A:B] [-i]}. */
@Command(
        name = "history",
        description = "Shows the revisions, the newest first; with -v all that they say of themselves.",
        abbreviateSynopsis = true)
final class HistoryCommand extends WorkspaceCommand {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "A:B",
            description = "From A to B, both included; an end may be left out; current is where the database stands.")
    private String range = ":";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark where the database stands; --env and --url on the command line do so, too.")
    private boolean indicateCurrent;

    @Override
    int run(Workspace workspace) {
        TargetRange parsed = TargetRange.parse(NegativeTargets.unprotect(range));
        EntryPrinter printer = new EntryPrinter(terminal(), surroundings().directory());
        boolean named = indicateCurrent || retort().options().namesDatabase();
        List<Entry> entries = new History(workspace).range(parsed, named);
        if (workspace.revisions().graph().isEmpty()) {
            noRevisions(workspace);
        }
        for (Entry entry : entries) {
            if (terminal().verbose()) {
                printer.full(entry);
                terminal().line("");
            } else {
                printer.step(entry);
            }
        }
        return DONE;
    }
}
