package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.options.AnswerOptions;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.NoSettings;
import dev.retort.command.Workspace;
import dev.retort.command.revise.NewRevision;
import dev.retort.command.revise.RevisionRequest;
import dev.retort.diff.Questioner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retort revision -m MESSAGE}. */
@Command(
        name = "revision",
        description = {
            "Writes a revision on the head. It is empty, to be filled by hand, or holds (--autogenerate) the differences of the",
            "model from the database (--url, --env) or, where none is named, from the revisions; then it is proved: run up, down",
            "and up again on the scratch server.",
            "",
            "  retort revision --autogenerate -m \"add customer tier\""
        },
        abbreviateSynopsis = true)
final class RevisionCommand extends WorkspaceCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            required = true,
            description = "What the revision does; its first line names file and class.")
    private String message = "";

    @Option(names = "--autogenerate", description = "Fill it with the differences, and prove it.")
    private boolean autogenerate;

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            description = "Its id; default: the next number, or a hash where the settings say revision-id = \"hash\".")
    private @Nullable String id;

    @Option(names = "--head", paramLabel = "REV", description = "The revision it follows; default: the only head.")
    private @Nullable String head;

    @Option(names = "--splice", description = "Let it follow a revision that others follow already.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "L",
            description = "A name for the branch that begins with it; repeatable.")
    private List<String> branchLabels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision of another branch that must run before it; repeatable.")
    private List<String> dependsOn = List.of();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Option(
            names = "--no-input",
            description = {
                "Ask nothing, even at a terminal. Nothing is asked in a build (the variable CI) or where input or",
                "output is no terminal either."
            })
    private boolean noInput;

    @Option(names = "--no-proof", description = "Do not run the new revision up, down and up on the scratch server.")
    private boolean noProof;

    @Option(
            names = "--online",
            description = {
                "Make it of steps that let others work meanwhile: indexes built concurrently, constraints added first and",
                "validated afterwards; each step is a transaction of its own, and a run that fails goes on at the next one."
            })
    private boolean online;

    @Option(
            names = "--stdout",
            description = "Print the source, its SQL and the proof (with -q the source alone); write nothing.")
    private boolean stdout;

    @Option(names = "--allow-empty", description = "Write a revision even where nothing differs.")
    private boolean allowEmpty;

    @Override
    int run(Workspace workspace) {
        RevisionRequest request = new RevisionRequest(message, id, head, splice, branchLabels, dependsOn, online);
        NoSettings.requireProject(config());
        doubtEmptyHistory(workspace);
        if (!autogenerate) {
            answers.given().ifPresent(RevisionCommand::onlyWithAutogenerate);
            if (online) {
                onlyWithAutogenerate("--online");
            }
            return empty(workspace, request);
        }
        return new GeneratedRevisions(
                        terminal(),
                        retort().errors(),
                        surroundings().directory(),
                        workspace,
                        questioner(),
                        this::activity)
                .run(request, answers.answers(), new GeneratedRevisions.Choices(!noProof, stdout, allowEmpty));
    }

    /** Nobody is asked who could not answer, or where the answers would be nobody's: in a build. */
    private Questioner questioner() {
        boolean asks = !noInput
                && surroundings().interactive()
                && surroundings().terminals().contains("out")
                && !surroundings().variables().containsKey("CI");
        return asks ? TerminalQuestioner.of(surroundings()) : Questioner.NOBODY;
    }

    private int empty(Workspace workspace, RevisionRequest request) {
        NewRevision revisions = new NewRevision(workspace);
        NewRevision.Drafted drafted = revisions.draftEmpty(request);
        if (stdout) {
            terminal().document(drafted.source().text());
            return DONE;
        }
        revisions.write(drafted);
        terminal()
                .did(
                        new Part(Ink.GOOD, "wrote "),
                        Part.plain(Shown.path(surroundings().directory(), drafted.path())));
        return DONE;
    }

    private static void onlyWithAutogenerate(String option) {
        throw new UsageException(
                option + " goes with --autogenerate", "an empty revision holds no differences.", "Add --autogenerate");
    }
}
