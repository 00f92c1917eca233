package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Workspace;
import dev.retort.command.run.Stamp;
import dev.retort.revision.Target;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort stamp REV}. */
@Command(
        name = "stamp",
        description = {
            "Writes down that the database stands at a revision, and runs nothing: for a database that came there another way.",
            "Forgets the steps of revisions that were left half done."
        },
        abbreviateSynopsis = true)
final class StampCommand extends WorkspaceCommand {

    @Parameters(
            paramLabel = "REV",
            converter = TargetConverter.class,
            description = "An id or the beginning of one, head, heads, base, a branch label.")
    private @Nullable Target target;

    @Option(names = "--purge", description = "Forget where the database stands first, ids that no file has included.")
    private boolean purge;

    @Option(
            names = "--sql",
            description = "Print the statements; no database is asked, and what it says of itself goes.")
    private boolean sql;

    @Option(names = "--yes", description = "Answer every confirmation with yes.")
    private boolean yes;

    @Override
    int run(Workspace workspace) {
        Target wanted = given(target);
        if (sql) {
            terminal().document(Stamp.script(workspace, wanted));
            return DONE;
        }
        Stamp stamp = new Stamp(workspace);
        stamp.requireConsent(yes);
        Stamp.Result result = stamp.run(wanted, purge);
        terminal()
                .line(
                        new Part(Ink.GOOD, "stamped "),
                        Part.plain(stamp.display() + " from " + place(result.before()) + " to " + place(result.after())
                                + "; nothing was run."));
        return DONE;
    }

    private static String place(Collection<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}
