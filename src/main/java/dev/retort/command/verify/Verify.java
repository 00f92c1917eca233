package dev.retort.command.verify;

import dev.retort.DatabaseException;
import dev.retort.RetortException;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.Later;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.ModelSide;
import dev.retort.command.run.Runs;
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
import dev.retort.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Proves the whole history on the scratch server: base, head, base, head, each revision up, down and up, and the head equal to the model. */
public final class Verify {

    private final Workspace workspace;
    private final List<Step> steps = new ArrayList<>();

    /** Verifies the revisions of a workspace. */
    public Verify(Workspace workspace) {
        this.workspace = workspace;
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
        step("heads", "one head", () -> heads.size() > 1 ? failed(heads) : passed());
    }

    /** Each revision up, down and up again; then all the way down and up. */
    private boolean revisions(List<RevisionInfo> revisions, Database database) {
        workspace.revisions().prepare(revisions);
        Schema base = read(database);
        Schema before = base;
        boolean reversible = true;
        for (RevisionInfo revision : revisions) {
            Schema start = before;
            Schema[] end = {start};
            Outcome outcome = step(revision.id(), revision.message(), () -> {
                run(database, List.of(revision), Direction.UPGRADE);
                end[0] = read(database);
                Answer down = downgrade(database, revision, start);
                if (down.outcome() == Outcome.PASSED) {
                    run(database, List.of(revision), Direction.UPGRADE);
                    return same(end[0], read(database), "the second upgrade gives another schema than the first");
                }
                return down;
            });
            if (outcome == Outcome.FAILED) {
                return false;
            }
            reversible &= outcome == Outcome.PASSED;
            before = end[0];
        }
        Schema head = before;
        if (reversible && !revisions.isEmpty()) {
            List<RevisionInfo> newestFirst = new ArrayList<>(revisions);
            Collections.reverse(newestFirst);
            Outcome outcome = step("base", "downgrade base leaves nothing, upgrade head brings all back", () -> {
                run(database, newestFirst, Direction.DOWNGRADE);
                Answer down = same(base, read(database), "downgrade base leaves something behind");
                if (down.outcome() != Outcome.PASSED) {
                    return down;
                }
                run(database, revisions, Direction.UPGRADE);
                return same(head, read(database), "the second upgrade gives another schema than the first");
            });
            return outcome == Outcome.PASSED;
        }
        return true;
    }

    private Answer downgrade(Database database, RevisionInfo revision, Schema before) {
        try {
            run(database, List.of(revision), Direction.DOWNGRADE);
        } catch (RetortException e) {
            if (e instanceof DatabaseException) {
                throw e;
            }
            return new Answer(Outcome.SKIPPED, List.of(e.failure() + ": " + e.reason()));
        }
        return same(before, read(database), "the downgrade does not bring back what was there");
    }

    private void model(Later<Optional<ModelSide>> reading, Database database) {
        step("model", "head equals the model", () -> {
            Optional<ModelSide> model = reading.get();
            if (model.isEmpty()) {
                return new Answer(Outcome.SKIPPED, List.of("No entities are named."));
            }
            List<String> differences = model.get().differences(database, workspace.revisions());
            return differences.isEmpty() ? passed() : failed(differences);
        });
    }

    private void run(Database database, List<RevisionInfo> revisions, Direction direction) {
        new Runs(workspace.revisions()).run(database, (graph, rows) -> Plan.of(revisions, direction));
    }

    private Schema read(Database database) {
        return CatalogReader.read(
                database,
                new Scope(null, workspace.config().include(), workspace.config().exclude(), Set.of()));
    }

    private static Answer same(Schema expected, Schema found, String otherwise) {
        Difference difference = SchemaDiffer.diff(expected, found, Renames.NONE);
        if (difference.isEmpty()) {
            return passed();
        }
        List<String> lines = new ArrayList<>(List.of(otherwise + ":"));
        difference.operations().forEach(operation -> lines.add(operation.summary()));
        return failed(lines);
    }

    /** How something that was tried went. */
    private record Answer(Outcome outcome, List<String> detail) {}

    private static Answer passed() {
        return new Answer(Outcome.PASSED, List.of());
    }

    private static Answer failed(List<String> detail) {
        return new Answer(Outcome.FAILED, detail);
    }

    private Outcome step(String name, String what, Supplier<Answer> attempt) {
        long begin = System.nanoTime();
        Answer answer;
        try {
            answer = attempt.get();
        } catch (RetortException e) {
            answer = failed(List.of(e.failure(), e.reason()));
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
