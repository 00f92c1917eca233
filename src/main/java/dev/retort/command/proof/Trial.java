package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.RetortException;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.standin.StandIns;
import dev.retort.database.Database;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.migration.Direction;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Runner;
import dev.retort.runtime.SqlSession;
import dev.retort.runtime.Surroundings;
import dev.retort.schema.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One database on which a revision goes up and down; every step is timed, and a failure says in which step it was. */
final class Trial {

    private static final String MADE_UP =
            "The row is the proof's own, made up for it, and none of yours: say what becomes of such a value with .using(\"…\")"
                    + " behind the new type, or .map(\"…\", \"…\") in op.replaceEnum.";

    private static final String BREAKS =
            "The row is the proof's own, made up for what was there before, and none of yours: write above the constraint what becomes of"
                    + " rows that break it, such as op.execute(\"UPDATE …\"), and the proof holds; where no row of yours can break it, say so"
                    + " with @Acknowledged.";

    private final Database database;
    private final RevisionLoader loader;
    private final RevisionInfo revision;
    private final boolean standing;
    private final Scope scope;
    private final StandIns standIns;
    private final Surroundings surroundings;
    private final Map<ProofStep, Duration> steps = new EnumMap<>(ProofStep.class);

    /** A trial on a database that is empty, or {@code standing} where the revision begins. */
    Trial(
            Database database,
            RevisionLoader loader,
            RevisionInfo revision,
            boolean standing,
            Scope scope,
            StandIns standIns,
            Surroundings surroundings) {
        this.database = database;
        this.loader = loader;
        this.revision = revision;
        this.standing = standing;
        this.scope = scope;
        this.standIns = standIns;
        this.surroundings = surroundings;
    }

    Database database() {
        return database;
    }

    Map<ProofStep, Duration> steps() {
        return steps;
    }

    /** Brings the database to where the revision begins. */
    Schema replay() {
        return step(ProofStep.REPLAY, () -> {
            List<String> needed = new ArrayList<>();
            if (!standing) {
                standIns.make(database);
                needed.addAll(revision.revises());
                needed.addAll(revision.dependsOn());
            }
            needed.forEach(
                    id -> run(Plan.upgradeTo(Target.id(loader.graph().find(id).id()))));
            return read();
        });
    }

    /**
     * Puts rows into the tables.
     *
     * @param demands what they have to be
     */
    Seeding seed(Schema schema, RowDemands demands) {
        return step(ProofStep.SEED, () -> {
            try (SqlSession session = SqlSession.open(database)) {
                return RowSeeder.seed(session, standIns.in(schema, session), demands)
                        .without(standIns.names());
            }
        });
    }

    Schema upgrade(ProofStep step) {
        return step(step, () -> {
            run((graph, rows) -> Plan.of(List.of(revision), Direction.UPGRADE, graph));
            return read();
        });
    }

    Schema downgrade() {
        return step(ProofStep.DOWNGRADE, () -> {
            run((graph, rows) -> Plan.of(List.of(revision), Direction.DOWNGRADE, graph));
            return read();
        });
    }

    /** Fails unless nothing would have to change from one to the other. */
    void same(ProofStep step, Schema is, Schema shall, String reason) {
        step(step, () -> {
            List<String> differences = SchemaDiffer.diff(is, shall, Renames.NONE).operations().stream()
                    .map(Operation::summary)
                    .toList();
            return none(step, differences, reason);
        });
    }

    void equalsModel(ModelComparison comparison) {
        step(
                ProofStep.COMPARE_MODEL,
                () -> none(
                        ProofStep.COMPARE_MODEL,
                        comparison.differences(database),
                        "after the upgrade the database is not what the entities want"));
    }

    private static boolean none(ProofStep step, List<String> differences, String reason) {
        if (!differences.isEmpty()) {
            throw new ProofFailed(ProofFailure.differs(step, reason, differences));
        }
        return true;
    }

    /** Does a step; what it throws becomes its failure. */
    <T> T step(ProofStep step, Supplier<T> work) {
        Instant start = surroundings.clock().instant();
        try {
            T result = work.get();
            steps.merge(step, Duration.between(start, surroundings.clock().instant()), Duration::plus);
            return result;
        } catch (DatabaseException e) {
            String reason = e.failure() + ": " + e.reason()
                    + (refusedValue(step, e) ? "\n" + MADE_UP : brokenCheck(step, e) ? "\n" + BREAKS : "");
            throw new ProofFailed(new ProofFailure(step, reason, e.statement(), e.sqlState(), List.of()));
        } catch (RetortException e) {
            ProofFailed failed =
                    new ProofFailed(new ProofFailure(step, e.failure() + ": " + e.reason(), null, null, List.of()));
            failed.initCause(e);
            throw failed;
        }
    }

    /** Whether a value does not convert, SQLSTATE class {@code data_exception}. */
    private static boolean refusedValue(ProofStep step, DatabaseException e) {
        return (step == ProofStep.UPGRADE || step == ProofStep.UPGRADE_AGAIN)
                && e.sqlState() != null
                && e.sqlState().startsWith("22")
                && e.statement() != null
                && e.statement().contains(" TYPE ");
    }

    /** Whether a row that the proof made breaks a new check, SQLSTATE {@code check_violation}. */
    private static boolean brokenCheck(ProofStep step, DatabaseException e) {
        return (step == ProofStep.UPGRADE || step == ProofStep.UPGRADE_AGAIN)
                && "23514".equals(e.sqlState())
                && e.statement() != null
                && e.statement().contains("CHECK");
    }

    private void run(Plan.Planner planner) {
        new Runner(database, loader, RunSettings.ofScratch(), standIns.listener(), surroundings).run(planner);
    }

    private Schema read() {
        return standIns.takenFrom(CatalogReader.read(database, scope));
    }
}
