package dev.retort.command.verify;

import dev.retort.RetortException;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.Later;
import dev.retort.command.StaleAcknowledgements;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.ModelSide;
import dev.retort.command.proof.Proof;
import dev.retort.command.proof.ProofResult;
import dev.retort.command.proof.ProofStep;
import dev.retort.command.run.Runs;
import dev.retort.command.standin.StandIns;
import dev.retort.command.verify.Verification.Outcome;
import dev.retort.command.verify.Verification.Step;
import dev.retort.database.Database;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Plan;
import dev.retort.runtime.Surroundings;
import dev.retort.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Proves the whole history on the scratch server: base, head, base, head, each revision up, down and up with rows in the tables, no error-level warning that
 * nobody has acknowledged, and the head equal to the model.
 */
public final class Verify {

    private static final String ROUND = "downgrade base leaves nothing, upgrade head brings all back";
    private static final String EQUAL = "head equals the model";

    private final Workspace workspace;
    private final Consumer<String> doing;
    private final List<Step> steps = new ArrayList<>();
    private StandIns standIns = StandIns.NONE;

    /**
     * Verifies the revisions of a workspace.
     *
     * @param doing hears what is tried next, in words
     */
    public Verify(Workspace workspace, Consumer<String> doing) {
        this.workspace = workspace;
        this.doing = doing;
    }

    /** Runs everything that can be tried. */
    public Verification run() {
        long begin = System.nanoTime();
        RevisionGraph graph = workspace.revisions().graph();
        workspace.scratch().start();
        heads(graph);
        boolean named = !workspace.config().entities().isEmpty();
        Later<Optional<ModelSide>> model = Later.of(
                "model",
                () -> named
                        ? Optional.of(new Comparer(workspace)
                                .model(workspace.scratch().get().majorVersion()))
                        : Optional.empty());
        Database database = workspace.scratch().get().create();
        if (revisions(graph.all(), database)) {
            model(model, database);
        }
        return new Verification(
                steps, workspace.scratch().get().display(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void heads(RevisionGraph graph) {
        List<String> heads = graph.heads().stream().map(RevisionInfo::display).toList();
        step("heads", "one head", () -> heads.size() > 1 ? Answer.failed(heads) : Answer.passed());
    }

    /** Each revision up, down and up again with rows in the tables; then all the way down and up. */
    private boolean revisions(List<RevisionInfo> revisions, Database database) {
        workspace.revisions().prepare(revisions);
        standIns(database);
        Schema base = read(database);
        boolean reversible = true;
        boolean sound = true;
        boolean acknowledged = false;
        for (RevisionInfo revision : revisions) {
            ProofResult[] proof = {null};
            Outcome outcome = step(revision.id(), revision.message(), () -> {
                ProofResult result = proof().prove(revision.id(), database);
                proof[0] = result;
                return VerifiedRevision.answer(
                        revision, result, StaleAcknowledgements.of(List.of(revision), workspace.revisions()));
            });
            sound &= outcome != Outcome.FAILED;
            boolean failed = proof[0] != null && !proof[0].succeeded();
            acknowledged |= failed && outcome != Outcome.FAILED;
            // A proof that failed before its way down says nothing of that way.
            reversible &= failed || (proof[0] != null && proof[0].steps().containsKey(ProofStep.COMPARE_BEFORE));
            if (!up(revision, database, outcome)) {
                untried("base", ROUND, "revision " + revision.id() + " does not run");
                untried("model", EQUAL, "revision " + revision.id() + " does not run");
                return false;
            }
        }
        Schema head = read(database);
        if (sound && reversible && !acknowledged && !revisions.isEmpty()) {
            List<RevisionInfo> newestFirst = new ArrayList<>(revisions);
            Collections.reverse(newestFirst);
            Outcome outcome = step("base", ROUND, () -> {
                run(database, newestFirst, Direction.DOWNGRADE);
                Answer down = same(base, read(database), "downgrade base leaves something behind");
                if (down.outcome() != Outcome.PASSED) {
                    return down;
                }
                run(database, revisions, Direction.UPGRADE);
                return same(head, read(database), "the second upgrade gives another schema than the first");
            });
            if (outcome != Outcome.PASSED) {
                untried("model", EQUAL, "the way to base and back failed");
            }
            return outcome == Outcome.PASSED;
        }
        if (!revisions.isEmpty()) {
            untried("base", ROUND, obstacle(sound, reversible));
        }
        return true;
    }

    private static String obstacle(boolean sound, boolean reversible) {
        if (!sound) {
            return "a revision failed before";
        }
        return reversible
                ? "the proof of a revision failed before its end, as its file acknowledges"
                : "a revision has no way back";
    }

    /** The tables of others that the revisions need; said where there are any. */
    private void standIns(Database database) {
        standIns = StandIns.of(workspace.config(), workspace.revisions(), null);
        standIns.told()
                .ifPresent(words -> step("stand-ins", words, () -> {
                    standIns.make(database);
                    return Answer.passed();
                }));
    }

    /** What could not be tried is said too: a line that is missing reads like one that passed. */
    private void untried(String name, String what, String reason) {
        step(name, what, () -> new Answer(Outcome.SKIPPED, List.of("Not tried, as " + reason + ".")));
    }

    private Proof proof() {
        return new Proof(
                workspace.scratch().get(), workspace.revisions(), scope(), standIns, null, Surroundings.ofMachine());
    }

    /** Brings the database to where the next revision begins; what failed in the proof already is told once. */
    private boolean up(RevisionInfo revision, Database database, Outcome proof) {
        try {
            run(database, List.of(revision), Direction.UPGRADE);
            return true;
        } catch (RetortException e) {
            if (proof != Outcome.FAILED) {
                step(revision.id(), "upgrade without rows", () -> Answer.failed(List.of(e.failure(), e.reason())));
            }
            return false;
        }
    }

    private void model(Later<Optional<ModelSide>> reading, Database database) {
        step("model", EQUAL, () -> {
            Optional<ModelSide> model = reading.get();
            if (model.isEmpty()) {
                return new Answer(Outcome.SKIPPED, List.of("No entities are named."));
            }
            List<String> differences = model.get().differences(database, workspace.revisions());
            return differences.isEmpty() ? Answer.passed() : Answer.failed(differences);
        });
    }

    private void run(Database database, List<RevisionInfo> revisions, Direction direction) {
        new Runs(workspace.revisions())
                .run(database, (graph, rows) -> Plan.of(revisions, direction, graph), standIns.listener());
    }

    private Schema read(Database database) {
        return standIns.takenFrom(CatalogReader.read(database, scope()));
    }

    private Scope scope() {
        return new Scope(null, workspace.config().include(), workspace.config().exclude(), Set.of());
    }

    private static Answer same(Schema expected, Schema found, String otherwise) {
        Difference difference = SchemaDiffer.diff(expected, found, Renames.NONE);
        if (difference.isEmpty()) {
            return Answer.passed();
        }
        List<String> lines = new ArrayList<>(List.of(otherwise + ":"));
        difference.operations().forEach(operation -> lines.add(operation.summary()));
        return Answer.failed(lines);
    }

    private Outcome step(String name, String what, Supplier<Answer> attempt) {
        doing.accept(
                "verifying " + name + ": " + what.strip().lines().findFirst().orElse(""));
        long begin = System.nanoTime();
        Answer answer;
        try {
            answer = attempt.get();
        } catch (RetortException e) {
            answer = Answer.failed(List.of(e.failure(), e.reason()));
        }
        steps.add(new Step(
                name,
                what.strip().lines().findFirst().orElse(""),
                answer.outcome(),
                answer.detail(),
                Duration.ofNanos(System.nanoTime() - begin)));
        return answer.outcome();
    }
}
