package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Workspace;
import dev.retort.command.run.Stamp;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import java.util.Collection;
import java.util.List;
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
            arity = "1..*",
            description =
                    "An id or the beginning of one, head, heads, base, a branch label; several for several branches; with --sql also"
                            + " START:REV.")
    private List<String> targets = List.of();

    @Option(names = "--purge", description = "Forget where the database stands first, ids that no file has included.")
    private boolean purge;

    @Option(
            names = "--sql",
            description = {
                "Print the statements; no database is asked. What it says of itself goes, whatever that is; START:REV relies on",
                "START instead."
            })
    private boolean sql;

    @Option(names = "--yes", description = "Answer every confirmation with yes.")
    private boolean yes;

    @Override
    int run(Workspace workspace) {
        List<String> texts = targets.stream().map(NegativeTargets::unprotect).toList();
        if (sql) {
            terminal().document(script(workspace, texts));
            return DONE;
        }
        List<Target> wanted = texts.stream().map(Target::parse).toList();
        Stamp stamp = new Stamp(workspace);
        stamp.requireConsent(yes);
        Stamp.Result result = stamp.run(wanted, purge);
        terminal()
                .line(
                        new Part(Ink.GOOD, "stamped "),
                        Part.plain(stamp.display() + " from " + place(result.before()) + " to " + place(result.after())
                                + "; nothing was run."));
        terminal().remark(retort().typed("Whether its schema is what they make: retort drift"));
        return DONE;
    }

    private String script(Workspace workspace, List<String> texts) {
        boolean range = texts.stream().anyMatch(TargetRange::isRange);
        if (!range) {
            return Stamp.script(
                    workspace, null, texts.stream().map(Target::parse).toList());
        }
        if (texts.size() > 1 || purge) {
            throw new UsageException(
                    "A range is stamped by itself",
                    "START:REV says where the database stands; "
                            + (purge ? "--purge asks for forgetting that." : "more targets are named beside it."),
                    "retort stamp START:REV --sql");
        }
        TargetRange ends = TargetRange.parse(texts.get(0));
        return Stamp.script(workspace, ends.from(), List.of(ends.to()));
    }

    private static String place(Collection<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}
