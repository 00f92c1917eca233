package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.NoSettings;
import dev.retort.command.Workspace;
import dev.retort.command.revise.NewRevision;
import dev.retort.command.revise.RevisionRequest;
import dev.retort.operation.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort merge -m MESSAGE [REV…]}. */
@Command(
        name = "merge",
        description = "Writes one revision that joins heads: those that are named, or all.",
        abbreviateSynopsis = true)
final class MergeCommand extends WorkspaceCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What the revision does; its first line names file and class. Default: merge heads.")
    private String message = "merge heads";

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id; default: the next, by the key revision-id.")
    private @Nullable String id;

    @Option(
            names = "--branch-label",
            paramLabel = "L",
            description = "A name for the branch that begins with it; repeatable.")
    private List<String> branchLabels = List.of();

    @Option(names = "--splice", description = "Let it join revisions that others follow already.")
    private boolean splice;

    @Parameters(paramLabel = "REV", arity = "0..*", description = "The heads to join; default: all.")
    private List<String> revisions = List.of();

    @Override
    int run(Workspace workspace) {
        NoSettings.requireProject(config());
        NewRevision writer = new NewRevision(workspace);
        NewRevision.Drafted drafted =
                writer.draftMerge(new RevisionRequest(message, id, null, splice, branchLabels, List.of()), revisions);
        List<Warning> both = writer.changedByBoth(drafted.revises());
        writer.write(drafted);
        terminal()
                .line(
                        new Part(Ink.GOOD, "wrote "),
                        Part.plain(Shown.path(surroundings().directory(), drafted.path()) + ", which joins "
                                + String.join(", ", drafted.revises())));
        both.forEach(warning -> retort().errors().warn(warning.rule(), warning.message(), warning.cure()));
        return DONE;
    }
}
