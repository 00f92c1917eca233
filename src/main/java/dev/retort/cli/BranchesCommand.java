package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.Entry;
import dev.retort.command.history.History;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code retort branches}. */
@Command(
        name = "branches",
        description = "Shows the revisions that several others follow, each with those.",
        abbreviateSynopsis = true)
final class BranchesCommand extends WorkspaceCommand {

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    int run(Workspace workspace) {
        History history = new History(workspace);
        List<Entry> points = history.branchPoints();
        if (format.json()) {
            terminal().document(json().withChildren(points, history::children));
            return DONE;
        }
        EntryPrinter printer = printer();
        for (Entry point : points) {
            printer.name(point);
            history.children(point).forEach(printer::step);
        }
        if (points.isEmpty()) {
            terminal().remark("No revision is followed by several others.");
        }
        return DONE;
    }
}
