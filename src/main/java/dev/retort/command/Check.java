package dev.retort.command;

import dev.retort.ProofException;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.command.run.Runs;
import dev.retort.command.run.UpToDate;
import dev.retort.database.Database;
import dev.retort.diff.Answers;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.Standing;
import dev.retort.runtime.SyncTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a revision would have operations: the model against the database, or against the revisions where none is configured. */
public final class Check {

    private final Workspace workspace;

    /** Checks with the settings of a workspace. */
    public Check(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Compares.
     *
     * @throws ProofException if the database is behind the revisions
     */
    public Comparison run() {
        State from = from(workspace);
        return new Comparer(workspace).compare(from, new State.OfModel(), Answers.NONE);
    }

    /** The answer where the database is behind the revisions: nothing was compared, and why. */
    public static Comparison behind(ProofException refused) {
        Warning warning = new Warning(
                ErrorRules.NOT_UP_TO_DATE,
                Warning.Level.ERROR,
                List.of(),
                refused.failure() + ": " + refused.reason(),
                refused.cure());
        return new Comparison(
                "database", "model", List.of(), List.of(), List.of(warning), List.of(), List.of(), List.of(), null);
    }

    /** The errors in revision files that nobody has acknowledged; a build must not pass them. */
    public List<Warning> openErrors() {
        RevisionGraph graph = workspace.revisions().graph();
        List<Warning> errors = new ArrayList<>(OpenErrors.of(graph.all()));
        List<RevisionInfo> heads = graph.heads();
        if (heads.size() > 1) {
            errors.add(new Warning(
                    ErrorRules.SEVERAL_HEADS,
                    Warning.Level.ERROR,
                    heads.stream().map(RevisionInfo::id).toList(),
                    "the revisions have " + heads.size() + " heads, so nobody can upgrade to head",
                    "join them: retort merge -m \"merge heads\""));
        }
        return errors;
    }

    /** The acknowledgements in revision files that acknowledge nothing. */
    public List<Warning> stale() {
        return StaleAcknowledgements.of(workspace.revisions().graph().all(), workspace.revisions());
    }

    /** The applied revisions of the configured database whose files say something else than when they were applied. */
    public List<Warning> edited() {
        return workspace.database().map(Runs::standing).stream()
                .flatMap(standing -> standing.edited(workspace.revisions()).stream())
                .map(edited -> new Warning(
                        "edited-revision",
                        Warning.Level.WARNING,
                        List.of(edited.revision().id()),
                        edited.story(),
                        edited.cure()))
                .toList();
    }

    /** That the configured database is ahead of its revisions, and was not compared; empty where that is not so. */
    public static List<Warning> synced(Workspace workspace) {
        return workspace.database().map(Runs::standing).stream()
                .map(Standing::synced)
                .filter(made -> !made.isEmpty())
                .map(
                        made -> new Warning(
                                "synced-database",
                                Warning.Level.WARNING,
                                List.of(),
                                "retort sync brought the database ahead of its revisions ("
                                        + made.stream()
                                                .map(SyncTable.Made::summary)
                                                .collect(Collectors.joining(", "))
                                        + "), so the revisions are compared with the model, and not the database",
                                "when the revision that holds this is written, see that nothing parts them (retort drift head) and say so: retort stamp head"))
                .toList();
    }

    /**
     * The state that the model is compared with: the configured database, else the revisions, as for a database that {@code sync} brought ahead of them.
     *
     * @throws ProofException if the database is behind the revisions
     */
    public static State from(Workspace workspace) {
        Optional<Database> database = workspace.database();
        if (database.isEmpty()) {
            return new State.OfRevisions(Target.HEADS);
        }
        UpToDate.require(database.get(), workspace.revisions().graph());
        return Runs.standing(database.get()).synced().isEmpty()
                ? new State.Configured()
                : new State.OfRevisions(Target.HEADS);
    }
}
