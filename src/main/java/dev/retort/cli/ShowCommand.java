package dev.retort.cli;

import dev.retort.command.Workspace;
import dev.retort.command.history.History;
import dev.retort.revision.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retort show REV}. */
@Command(name = "show", description = "Shows all that a revision says of itself.", abbreviateSynopsis = true)
final class ShowCommand extends WorkspaceCommand {

    @Parameters(
            paramLabel = "REV",
            converter = TargetConverter.class,
            description = "An id or the beginning of one, head, heads, current, a branch label.")
    private @Nullable Target target;

    @Override
    int run(Workspace workspace) {
        EntryPrinter printer = new EntryPrinter(terminal(), surroundings().directory());
        new History(workspace).show(given(target)).forEach(printer::full);
        return DONE;
    }
}
