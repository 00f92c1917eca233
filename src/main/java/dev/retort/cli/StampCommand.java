package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.Part;
import dev.retort.command.Workspace;
import dev.retort.command.run.Stamp;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    @Option(names = "--purge", description = "First forget where the database stands, even ids that no file has.")
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
        if (workspace.config().hasTenants()) {
            return new TenantStamping(retort(), workspace).run(texts, purge, sql, yes);
        }
        if (sql) {
            terminal().document(script(workspace, texts));
            return DONE;
        }
        List<Target> wanted = texts.stream().map(Target::parse).toList();
        Stamp stamp = new Stamp(workspace);
        Consent consent = new Consent(surroundings(), terminal());
        boolean agreed = yes
                || (config().isProtected()
                        && consent.possible()
                        && consent.given(
                                foretold(stamp.foresee(wanted, purge), stamp.display()),
                                Objects.requireNonNull(config().environment())));
        stamp.requireConsent(agreed, String.join(" ", texts) + (purge ? " --purge" : ""));
        Instant start = surroundings().clock().instant();
        Runner.Stamped result;
        try (Activity activity = activity()) {
            result = stamp.run(wanted, purge, new RunReport(terminal(), retort().errors(), activity, true));
        }
        Duration took = Duration.between(start, surroundings().clock().instant());
        List<Part> line = new ArrayList<>(List.of(
                result.before().equals(result.after())
                        ? Account.staying("stamped ", stamp.display(), result.after(), took, result.role())
                        : Account.of(
                                "stamped ", stamp.display(), result.before(), result.after(), took, result.role())));
        line.add(Part.plain("; nothing was run."));
        terminal().did(line.toArray(Part[]::new));
        terminal().remark(retort().typed("Whether its schema is what they make: retort drift"));
        return DONE;
    }

    /** The ids, and not the words for them: what was typed may be another revision than was meant. */
    private static String foretold(Stamp.Foreseen foreseen, String display) {
        String before = foreseen.before().equals(foreseen.after())
                ? ", as before"
                : ", and no longer at " + Account.place(foreseen.before());
        return "This will say of " + display + " that it stands at " + Account.place(foreseen.after()) + before
                + "; nothing is run.";
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
        String from = texts.get(0).substring(0, texts.get(0).indexOf(':'));
        TargetRange ends = TargetRange.parse(texts.get(0).substring(from.length()));
        return Stamp.script(workspace, from, List.of(ends.to()));
    }
}
