package dev.retort.command.revise;

import dev.retort.command.Check;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.ModelSide;
import dev.retort.command.compare.State;
import dev.retort.command.proof.Proof;
import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofResult;
import dev.retort.command.standin.StandIns;
import dev.retort.diff.Answers;
import dev.retort.diff.Questioner;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.revision.Target;
import dev.retort.runtime.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the revision that brings the database, or the revisions so far, to what the entities want. */
public final class Autogenerate {

    private final Workspace workspace;
    private final NewRevision revisions;
    private final Questioner questioner;

    /**
     * What was found.
     *
     * @param comparison the difference
     * @param drafted the revision; null where there is nothing to do
     */
    public record Result(Comparison comparison, NewRevision.@Nullable Drafted drafted) {}

    /** Generates with the settings of a workspace, and asks for what no comparison can know. */
    public Autogenerate(Workspace workspace, Questioner questioner) {
        this.questioner = questioner;
        this.workspace = workspace;
        this.revisions = new NewRevision(workspace);
    }

    /**
     * Compares, and drafts a revision of the difference; writes nothing.
     *
     * @param answers what somebody said of the difference
     * @param allowEmpty whether a revision is wanted where nothing differs
     * @throws dev.retort.ProofException if the configured database is behind the revisions
     */
    public Result run(RevisionRequest request, Answers answers, boolean allowEmpty) {
        revisions.check(request);
        State from = Check.from(workspace);
        Comparison comparison = new Comparer(workspace, questioner)
                .compare(from, new State.OfModel(), answers)
                .noting(Check.synced(workspace));
        if (comparison.isEmpty() && !allowEmpty) {
            return new Result(comparison, null);
        }
        Comparison wanted = request.online() ? comparison.online() : comparison;
        return new Result(wanted, draft(request, wanted, wanted.reviewed()));
    }

    /**
     * Runs a drafted revision up, down and up on the scratch server.
     *
     * @throws dev.retort.DatabaseException if the server itself fails
     */
    public ProofResult prove(NewRevision.Drafted drafted, Comparison comparison) {
        ModelSide model = comparison.model();
        try (DraftLoader loader = new DraftLoader(workspace, drafted)) {
            boolean last = loader.graph().heads().size() == 1
                    && loader.graph().head().id().equals(drafted.id());
            boolean live = comparison.from().equals(new State.Configured().word());
            StandIns standIns = StandIns.of(
                    workspace.config(), loader, live ? workspace.database().orElse(null) : null);
            Proof proof = new Proof(
                    workspace.scratch().get(),
                    loader,
                    Objects.requireNonNull(model).scope(loader),
                    standIns,
                    last ? database -> model.differences(database, loader) : null,
                    Surroundings.ofMachine());
            ProofResult result = proof.prove(drafted.id());
            boolean told = comparison.remarks().containsAll(standIns.remarks());
            return told ? result : result.noting(standIns.told().orElse(""));
        }
    }

    /**
     * What somebody changed by hand in the database that was compared, against what its revisions make: summaries; none where the revisions themselves were
     * compared. What is in neither the model nor the revisions is left alone, and is no such change.
     */
    public List<String> drift(Comparison comparison) {
        ModelSide model = comparison.model();
        if (model == null || !comparison.from().equals(new State.Configured().word())) {
            return List.of();
        }
        Comparison drift = new Comparer(workspace)
                .compare(new State.OfRevisions(Target.HEADS), new State.Configured(), Answers.NONE);
        return model.concerning(drift.up()).stream().map(Operation::summary).toList();
    }

    /** Whether a database with something in it was compared and no revision makes any of it: then what parts it from the model can be proved nowhere. */
    public boolean isWithoutRevisions(Comparison comparison) {
        return comparison.from().equals(new State.Configured().word())
                && !comparison.states().from().isEmpty()
                && workspace.revisions().graph().isEmpty();
    }

    /** The warning that told of a failed proof, with the cure that helps; empty where none did. */
    public Optional<Warning> foretold(Comparison comparison, ProofFailure failure) {
        return Foretold.by(comparison, failure);
    }

    /**
     * A revision marked as one whose proof failed.
     *
     * @param drafted its text
     * @param failure what failed, with the lines of that text
     */
    public record Marked(NewRevision.Drafted drafted, ProofFailure failure) {}

    /** The same revision, marked as one whose proof failed. */
    public Marked marked(NewRevision.Drafted drafted, Comparison comparison, ProofFailure failure) {
        NewRevision.Drafted marked = mark(drafted, comparison, failure);
        // The mark stands above the code, so what the failure says of lines is true of the file only with the mark
        // counted in.
        int added = lines(marked) - lines(drafted);
        ProofFailure moved = failure.movedIn(drafted.source().fileName(), added);
        return new Marked(mark(drafted, comparison, moved), moved);
    }

    private static int lines(NewRevision.Drafted drafted) {
        return (int) drafted.source().text().lines().count();
    }

    private NewRevision.Drafted mark(NewRevision.Drafted drafted, Comparison comparison, ProofFailure failure) {
        List<Warning> warnings = new ArrayList<>(comparison.reviewed());
        warnings.add(new Warning(
                ErrorRules.PROOF_FAILED,
                Warning.Level.ERROR,
                List.of(),
                "the proof of this revision failed at \"" + failure.step().words() + "\"" + failure.sentence(),
                "correct the file, see that it holds with `retort verify`, and take this mark away"));
        return draft(drafted.request(), comparison, warnings);
    }

    private NewRevision.Drafted draft(RevisionRequest request, Comparison comparison, List<Warning> warnings) {
        return revisions.draft(request, comparison, warnings);
    }
}
