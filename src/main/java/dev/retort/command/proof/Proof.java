package dev.retort.command.proof;

import dev.retort.RefusedException;
import dev.retort.catalog.Scope;
import dev.retort.command.standin.StandIns;
import dev.retort.database.Database;
import dev.retort.diff.Holders;
import dev.retort.migration.Direction;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.Surroundings;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Schema;
import dev.retort.scratch.ScratchServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves a revision: on a throw-away database that the history has brought to where it begins, with rows in every table that can hold them, it goes up,
 * equals the model, goes down, equals what was before, goes up again, and the rows of the columns that stay are still there.
 */
public final class Proof {

    /** SQLSTATE class 23: a row breaks a constraint. */
    private static final String INTEGRITY = "23";

    /** SQLSTATE dependent_objects_still_exist. */
    private static final String DEPENDENTS = "2BP01";

    private final ScratchServer server;
    private final RevisionLoader loader;
    private final Scope scope;
    private final StandIns standIns;
    private final @Nullable ModelComparison model;
    private final Surroundings surroundings;

    /**
     * A proof.
     *
     * @param scope what of the database is compared
     * @param standIns the tables of others that the revisions need; a database that the proof begins with has them
     * @param model compares with the entities; null where the revision is not the last one, or there are no entities
     */
    public Proof(
            ScratchServer server,
            RevisionLoader loader,
            Scope scope,
            StandIns standIns,
            @Nullable ModelComparison model,
            Surroundings surroundings) {
        this.server = server;
        this.loader = loader;
        this.scope = scope;
        this.standIns = standIns;
        this.model = model;
        this.surroundings = surroundings;
    }

    /**
     * Proves one revision; what the revision does wrong is in the result.
     *
     * @throws dev.retort.DatabaseException if the scratch server itself fails
     * @throws dev.retort.RevisionException if there is no such revision, or it does not compile
     */
    public ProofResult prove(String id) {
        return prove(id, null);
    }

    /**
     * Proves one revision on copies of a database that stands where it begins, so that the history need not run again.
     *
     * @param beginning a database of the scratch server, without open connections; it is left as it is
     * @throws dev.retort.DatabaseException if the scratch server itself fails
     * @throws dev.retort.RevisionException if there is no such revision, or it does not compile
     */
    public ProofResult prove(String id, @Nullable Database beginning) {
        Instant start = surroundings.clock().instant();
        RevisionInfo revision = loader.graph().get(id);
        Findings findings = new Findings();
        @Nullable ProofFailure failure = null;
        try {
            withRows(revision, beginning, findings);
        } catch (ProofFailed e) {
            failure = e.failure();
        }
        return new ProofResult(
                id,
                server.display(),
                findings.steps,
                findings.seeding,
                findings.kept.size(),
                findings.notes,
                failure,
                Duration.between(start, surroundings.clock().instant()));
    }

    /** What a proof finds on its way. */
    private static final class Findings {

        private Map<ProofStep, Duration> steps = Map.of();
        private @Nullable Seeding seeding;
        private List<KeptColumn> kept = List.of();
        private final List<String> notes = new ArrayList<>();
    }

    private Trial trial(RevisionInfo revision, @Nullable Database beginning) {
        return beginning == null
                ? new Trial(server.create(), loader, revision, false, scope, standIns, surroundings)
                : new Trial(server.copy(beginning), loader, revision, true, scope, standIns, surroundings);
    }

    private void withRows(RevisionInfo revision, @Nullable Database beginning, Findings findings) {
        Trial trial = trial(revision, beginning);
        findings.steps = trial.steps();
        try {
            Schema before = trial.replay();
            Upgrade upgrade = recorded(revision);
            Seeding seeding = trial.seed(before, RowDemands.of(before, upgrade.operations()));
            findings.seeding = seeding;
            seeding.empty()
                    .forEach(e -> findings.notes.add(
                            "no rows could be made for " + e.table().display() + ": "
                                    + e.reason().lines().findFirst().orElse("")));
            Map<RowCensus.Place, RowCensus.Holding> first = census(trial, before, seeding);
            Schema after = upgrade(trial, before, upgrade.operations());
            if (model != null) {
                trial.equalsModel(model);
            }
            if (upgrade.work().other()) {
                findings.notes.add("the revision works on rows itself, so the rows were not compared");
            } else {
                findings.kept = KeptColumns.of(
                                before,
                                after,
                                upgrade.operations(),
                                seeding.rows().keySet())
                        .stream()
                        .filter(column -> !upgrade.work().mayChange(column))
                        .toList();
            }
            compareRows(trial, after, first, findings.kept, true, "the upgrade");
            if (down(trial, revision, beginning, before, findings)) {
                compareRows(trial, before, first, findings.kept, false, "the downgrade");
                Schema again = trial.upgrade(ProofStep.UPGRADE_AGAIN);
                trial.same(
                        ProofStep.COMPARE_AGAIN,
                        again,
                        after,
                        "the second upgrade gives another schema than the first");
                compareRows(trial, after, first, findings.kept, true, "the second upgrade");
            }
        } finally {
            server.drop(trial.database());
        }
    }

    /** Goes up; what reads something that goes is named with what to write, where the server would drop all of it. */
    private static Schema upgrade(Trial trial, Schema before, List<Operation> operations) {
        try {
            return trial.upgrade(ProofStep.UPGRADE);
        } catch (ProofFailed e) {
            ProofFailure failure = e.failure();
            if (!DEPENDENTS.equals(failure.sqlState())) {
                throw e;
            }
            throw Holders.among(before, operations).stream()
                    .filter(holder -> failure.reason().contains(holder.name()))
                    .findFirst()
                    .map(holder -> new ProofFailed(failure.because(holder.warning())))
                    .orElse(e);
        }
    }

    /** Goes down where it can; false where it went, or could go, only without rows, and the rest was said. */
    private boolean down(
            Trial trial, RevisionInfo revision, @Nullable Database beginning, Schema before, Findings findings) {
        try {
            Schema down = trial.downgrade();
            trial.same(
                    ProofStep.COMPARE_BEFORE, down, before, "the downgrade does not bring back the schema from before");
            return true;
        } catch (ProofFailed e) {
            if (e.getCause() instanceof RefusedException refused) {
                findings.notes.add("there is no way down: " + refused.reason());
                return false;
            }
            String state = e.failure().sqlState();
            if (e.failure().step() != ProofStep.DOWNGRADE || state == null || !state.startsWith(INTEGRITY)) {
                throw e;
            }
            findings.notes.add("the downgrade runs on empty tables alone, rows stand in its way: "
                    + e.failure().reason().lines().findFirst().orElse(""));
            withoutRows(revision, beginning, findings);
            return false;
        }
    }

    private void withoutRows(RevisionInfo revision, @Nullable Database beginning, Findings findings) {
        Trial trial = trial(revision, beginning);
        try {
            Schema before = trial.replay();
            Schema after = trial.upgrade(ProofStep.UPGRADE);
            Schema down = trial.downgrade();
            trial.same(
                    ProofStep.COMPARE_BEFORE, down, before, "the downgrade does not bring back the schema from before");
            Schema again = trial.upgrade(ProofStep.UPGRADE_AGAIN);
            trial.same(ProofStep.COMPARE_AGAIN, again, after, "the second upgrade gives another schema than the first");
        } finally {
            trial.steps().forEach((step, took) -> findings.steps.merge(step, took, Duration::plus));
            server.drop(trial.database());
        }
    }

    /** An upgrade's operations, and what it does with rows beside them. */
    private record Upgrade(List<Operation> operations, RowWork work) {}

    private Upgrade recorded(RevisionInfo revision) {
        loader.prepare(List.of(revision));
        RecordingOperations recording = new RecordingOperations();
        boolean asks = false;
        try {
            Hearing.hear(revision, Direction.UPGRADE, loader, recording);
        } catch (NeedsDatabaseException e) {
            asks = true;
        }
        List<Operation> operations = recording.operations();
        return new Upgrade(operations, RowWork.of(operations, asks));
    }

    private static Map<RowCensus.Place, RowCensus.Holding> census(Trial trial, Schema before, Seeding seeding) {
        return trial.step(ProofStep.SEED, () -> {
            List<ColumnRef> columns = new ArrayList<>();
            seeding.rows().keySet().forEach(name -> before.table(name).ifPresent(table -> table.columns()
                    .forEach(column -> columns.add(new ColumnRef(name, column.name())))));
            return RowCensus.take(trial.database(), before, columns);
        });
    }

    private static void compareRows(
            Trial trial,
            Schema schema,
            Map<RowCensus.Place, RowCensus.Holding> first,
            List<KeptColumn> kept,
            boolean up,
            String after) {
        trial.step(ProofStep.ROWS, () -> {
            List<ColumnRef> columns = kept.stream()
                    .map(column -> up ? column.after() : column.before())
                    .toList();
            Map<RowCensus.Place, RowCensus.Holding> now = RowCensus.take(trial.database(), schema, columns);
            List<String> lost = new ArrayList<>();
            for (int at = 0; at < kept.size(); at++) {
                KeptColumn column = kept.get(at);
                RowCensus.Place place = new RowCensus.Place(columns.get(at), List.of());
                RowCensus.Holding was = first.get(new RowCensus.Place(column.before(), List.of()));
                RowCensus.Holding is = now.get(place);
                if (was != null && is != null) {
                    lost.addAll(difference(was, is, column, place.column()));
                }
                for (List<String> path : column.parts()) {
                    RowCensus.Place part = new RowCensus.Place(place.column(), path);
                    RowCensus.Holding before = first.get(new RowCensus.Place(column.before(), path));
                    RowCensus.Holding holds = now.get(part);
                    if (before != null && holds != null && !before.sum().equals(holds.sum())) {
                        lost.add(part.display() + " has other values");
                    }
                }
            }
            if (!lost.isEmpty()) {
                throw new ProofFailed(
                        ProofFailure.differs(ProofStep.ROWS, "rows are not what they were after " + after, lost));
            }
            return lost;
        });
    }

    private static List<String> difference(
            RowCensus.Holding was, RowCensus.Holding is, KeptColumn column, ColumnRef place) {
        if (was.rows() != is.rows()) {
            return List.of(place.table().display() + " had " + was.rows() + " rows and has " + is.rows());
        } else if (was.values() != is.values()) {
            return List.of(place.display() + " had " + was.values() + " values and has " + is.values());
        } else if (column.sameValues() && !was.sum().equals(is.sum())) {
            return List.of(place.display() + " has other values");
        }
        return List.of();
    }
}
