package dev.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OperationsTest {

    @Test
    void anOperationArrivesWithAllItsWordsBeforeTheNextBegins() {
        List<String> seen = new ArrayList<>();
        Sink sink = new ListeningSink(seen);
        Direction.UPGRADE.run(
                revision(op -> {
                    op.addForeignKey("orders", "k", "customer_id")
                            .references("customer", "id")
                            .onDelete(ReferentialAction.CASCADE);
                    seen.add("said");
                    op.query("SELECT 1");
                    op.createIndex("i").on("orders", "placed_at desc");
                }),
                sink);

        assertThat(seen).containsExactly("said", "add_constraint", "query SELECT 1", "create_index");
    }

    @Test
    void aForeignKeyHasAllThatWasSaid() {
        List<Operation> recorded = record(op -> op.addForeignKey("billing.orders", "k", "a", "b")
                .references("customer", "x", "y")
                .onDelete(ReferentialAction.SET_NULL, "b"));

        ForeignKey expected = ForeignKey.of("k", List.of("a", "b"), ObjectName.of("customer"), List.of("x", "y"))
                .withOnDelete(ForeignKey.Action.SET_NULL)
                .withSetColumns(List.of("b"));
        assertThat(recorded).containsExactly(new AddConstraint(new ObjectName("billing", "orders"), expected));
    }

    @Test
    void whatIsNotCompleteIsAnError() {
        assertThatThrownBy(() -> record(op -> op.addForeignKey("orders", "k", "customer_id")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(".references(");
        assertThatThrownBy(() -> record(op -> op.createIndex("i")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(".on(");
        assertThatThrownBy(() -> record(op -> op.insert("tier", "id")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(".values(");
        assertThatThrownBy(() -> record(op -> op.alterColumn("t", "c").notNull().using("x")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(".type(");
    }

    @Test
    void whatCannotBeReadIsAnErrorOfTheRevision() {
        assertThatThrownBy(() -> record(op -> op.dropTable("a.b.c")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("'a.b.c' is not a name");
        assertThatThrownBy(() -> record(op -> op.createIndex("i").on("t", "a b c")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("is not an index key");
        assertThatThrownBy(() -> record(op -> op.createDomain("d", "")))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("A type cannot be read");
    }

    @Test
    void aWordThatComesTooLateIsAnErrorAndNotLost() {
        assertThatThrownBy(() -> record(op -> {
                    UniqueSpec unique = op.addUnique("t", "k", "c");
                    op.dropTable("u");
                    unique.nullsNotDistinct();
                }))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("too late");
    }

    @Test
    void primaryKeysAndIdentitiesHoldNoNulls() {
        List<Operation> recorded = record(op -> op.createTable(
                "t",
                Columns.bigint("id").identity(),
                Columns.text("code"),
                Columns.text("note"),
                Columns.primaryKey("t_pkey", "code")));

        CreateTable create = (CreateTable) recorded.get(0);
        assertThat(create.table().columns()).extracting("nullable").containsExactly(false, false, true);
    }

    @Test
    void askingWithoutADatabaseSaysWhyItFails() {
        RecordingOperations recording = new RecordingOperations();

        assertThatThrownBy(() -> Direction.UPGRADE.run(
                        revision(op -> {
                            op.dropTable("t");
                            op.query("SELECT 1");
                        }),
                        recording))
                .isInstanceOf(NeedsDatabaseException.class)
                .hasMessageContaining("op.query(…) needs a database");
        assertThat(recording.operations()).containsExactly(new DropTable(ObjectName.of("t")));
        assertThatThrownBy(() -> record(op -> op.run("copy files", connection -> {})))
                .isInstanceOf(NeedsDatabaseException.class)
                .hasMessageContaining("copy files");
    }

    @Test
    void parametersAreWrittenInWhenRecorded() {
        assertThat(record(op -> op.execute("UPDATE t SET a = :a", Map.of("a", "it's"))))
                .containsExactly(new Execute("UPDATE t SET a = 'it''s'"));
    }

    @Test
    void recordingKnowsWhatRunsOutsideATransaction() {
        RecordingOperations recording = new RecordingOperations();
        Direction.UPGRADE.run(
                revision(op -> {
                    op.dropIndex("a");
                    op.outsideTransaction(() -> op.dropIndex("b").concurrently());
                    op.dropIndex("c");
                }),
                recording);

        assertThat(recording.recorded())
                .extracting(RecordingOperations.RecordedOperation::outsideTransaction)
                .containsExactly(false, true, false);
    }

    @Test
    void rowsAreInsertedInTheOrderSaid() {
        List<Operation> recorded = record(op -> op.insert("order", "id", "user", "doc")
                .values(1, "it's", "{\"a\": 1}")
                .values(-2, null, "\\")
                .onConflictDoNothing());

        assertThat(recorded)
                .containsExactly(new Execute("INSERT INTO public.\"order\" (id, \"user\", doc) VALUES\n"
                        + "    (1, 'it''s', '{\"a\": 1}'),\n    (-2, NULL, E'\\\\')\nON CONFLICT DO NOTHING"));
    }

    @Test
    void methodReferencesOfRevisionsInOtherPackagesWork() {
        List<Operation> recorded = record(op -> List.of("a", "b").forEach(op::dropTable));

        assertThat(recorded).hasSize(2);
    }

    static List<Operation> record(Consumer<Operations> body) {
        return RecordingOperations.of(revision(body), Direction.UPGRADE);
    }

    static Migration revision(Consumer<Operations> body) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                body.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                op.irreversible("a test goes one way");
            }
        };
    }

    private record ListeningSink(List<String> seen) implements Sink {

        @Override
        public void accept(Operation operation) {
            seen.add(operation.kind());
        }

        @Override
        public List<Row> query(BoundSql sql) {
            seen.add("query " + sql.sql());
            return List.of();
        }

        @Override
        public void run(String label, DatabaseWork work) {
            seen.add("run " + label);
        }

        @Override
        public void outsideTransaction(Runnable body) {
            body.run();
        }
    }
}
