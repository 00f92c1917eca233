package dev.retort.command;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @throws dev.retort.ProofException if the database is behind the revisions
     */
    public Comparison run() {
        State from = from(workspace);
        return new Comparer(workspace).compare(from, new State.OfModel(), Answers.NONE);
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

    /**
     * The state that the model is compared with: the configured database, else the revisions.
     *
     * @throws dev.retort.ProofException if the database is behind the revisions
     */
    public static State from(Workspace workspace) {
        Optional<Database> database = workspace.database();
        if (database.isEmpty()) {
            return new State.OfRevisions(Target.HEADS);
        }
        UpToDate.require(database.get(), workspace.revisions().graph());
        return new State.Configured();
    }
}
