package dev.retort.cli;

import dev.retort.cli.output.ComparisonJson;
import dev.retort.cli.output.ComparisonText;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Drift;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Difference;
import dev.retort.revision.Target;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort drift}. */
@Command(
        name = "drift",
        description = {
            "Says whether somebody changed the database by hand: replays the revisions that it is stamped with on the scratch",
            "server and shows what the database has, or lacks, beside that. Exits with 1 when there is anything.",
            "With REV it is compared with that revision instead, as one wants to know before a stamp.",
            "",
            "  retort drift -e production",
            "  retort drift 0004",
            "  retort diff --from database --to revisions@0004 --format sql"
        },
        abbreviateSynopsis = true)
final class DriftCommand extends WorkspaceCommand {

    @Parameters(
            paramLabel = "REV",
            arity = "0..1",
            description = "What the database is compared with; default: what it is stamped with.")
    private @Nullable String target;

    @Option(
            names = "--strict",
            description =
                    "Count tables, views, sequences and types that no revision made, too; default: they are listed.")
    private boolean strict;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    int run(Workspace workspace) {
        Drift.Result result = new Drift(workspace)
                .run(target == null ? null : Target.parse(NegativeTargets.unprotect(target)), strict);
        boolean none = result.comparison().isEmpty();
        if (format.json()) {
            terminal().document(ComparisonJson.of(result.comparison()));
            return none ? DONE : NO;
        }
        new ComparisonText(terminal(), retort()::typed).print(result.comparison());
        String stands = result.rows().isEmpty() ? "the base" : String.join(", ", result.rows());
        if (none) {
            terminal()
                    .remark(
                            new Part(Ink.GOOD, "No drift"),
                            Part.plain(": " + result.database() + " is as the revisions make it up to " + stands + "."
                                    + mayBeStamped(result)));
            return DONE;
        }
        int changes = Difference.count(result.comparison());
        terminal()
                .remark(
                        new Part(Ink.BOLD, Shown.count(changes, "change")),
                        Part.plain(" of " + result.database() + " that no revision up to " + stands + " made. "
                                + "To keep what is meant, bring the entities along and write the revision; to see the way back: "
                                + retort().typed("retort diff --from database --to " + made(result.rows()))));
        return NO;
    }

    /** Where it was compared with something else than it says of itself: what says so from now on. */
    private String mayBeStamped(Drift.Result result) {
        return result.rows().equals(result.stamped())
                ? ""
                : retort().typed(" It may be stamped so, if the rows are right too: retort stamp "
                        + (result.rows().isEmpty() ? "base" : String.join(" ", result.rows())));
    }

    /** The state that the database should be in; where it stands at several revisions, the whole of them is the nearest. */
    private static String made(Collection<String> rows) {
        if (rows.isEmpty()) {
            return "empty";
        }
        return rows.size() == 1 ? "revisions@" + rows.iterator().next() : "revisions";
    }
}
