package dev.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.migration.RecordingOperations.RecordedOperation;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchSpecTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestServer.fresh();
    }

    @AfterAll
    static void drop() {
        TestServer.drop(database);
    }

    @Test
    void everyRowOnceAndEachBatchCommitted() throws SQLException {
        try (Connection connection = database.connect()) {
            run(
                    connection,
                    "CREATE TABLE orders (\"order id\" uuid PRIMARY KEY DEFAULT gen_random_uuid(), price int, total int);"
                            + " INSERT INTO orders (price) SELECT i FROM generate_series(1, 25) i");
            List<String> notices = run(connection, sql(op -> op.inBatches("orders", "order id", 10)
                    .set("total = coalesce(total, 0) + price * 2 -- $retort$ twice")
                    .where("price > 1 -- not the first")));

            assertThat(notices)
                    .hasSize(3)
                    .last()
                    .asString()
                    .startsWith("orders: 25 of about 25 rows, 24 changed, about ");
            assertThat(number(connection, "SELECT sum(total) AS n FROM orders")).isEqualTo(2 * (25 * 26 / 2 - 1));
            assertThat(number(connection, "SELECT count(DISTINCT xmin::text) AS n FROM orders WHERE total IS NOT NULL"))
                    .isEqualTo(3);
        }
    }

    /** Whoever reads a plan sees which rows change, not the loop around them. */
    @Test
    void aPlanShowsTheChange() {
        Migration revision = OperationsTest.revision(op -> {
            op.inBatches("orders", "id", 10_000)
                    .set("total = price\n    * quantity")
                    .where("total IS NULL");
            op.inBatches("orders", "id", 500).delete();
        });

        assertThat(RecordingOperations.of(revision, Direction.UPGRADE))
                .extracting(Operation::summary)
                .containsExactly(
                        "execute UPDATE orders SET total = price * quantity WHERE total IS NULL (in batches of 10,000 along id)",
                        "execute DROP TABLE IF EXISTS retort_batch (where the batches noted how far they came)",
                        "execute DELETE FROM orders (in batches of 500 along id)",
                        "execute DROP TABLE IF EXISTS retort_batch (where the batches noted how far they came)");
    }

    @Test
    void deletes() throws SQLException {
        try (Connection connection = database.connect()) {
            run(
                    connection,
                    "CREATE SCHEMA s; CREATE TABLE s.event (id bigint PRIMARY KEY); INSERT INTO s.event SELECT generate_series(-5, 5)");
            run(connection, sql(op -> op.inBatches("s.event", "id", 3).delete().where("id <> 0")));
            run(connection, sql(op -> op.inBatches("s.event", "id", 3).delete().where("id <> 0")));

            assertThat(number(connection, "SELECT count(*) AS n FROM s.event")).isEqualTo(1);
        }
    }

    @Test
    void goesOnWhereItWasKilledAndChangesNoRowTwice() throws SQLException {
        try (Connection connection = database.connect()) {
            run(
                    connection,
                    "CREATE TABLE stock (id text PRIMARY KEY, n int NOT NULL);"
                            + " INSERT INTO stock SELECT 'k' || lpad(i::text, 3, '0'), i FROM generate_series(1, 40) i;"
                            + " CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN IF new.id = 'k027' THEN RAISE 'killed'; END IF; RETURN new; END $$;"
                            + " CREATE TRIGGER fails BEFORE UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION fails()");
            assertThatThrownBy(() -> run(connection, sql(op -> op.inBatches("stock", "id", 10)
                            .set("n = n * 2"))))
                    .hasMessageContaining("killed");
            assertThat(number(connection, "SELECT count(*) AS n FROM stock WHERE n <> ltrim(id, 'k0')::int"))
                    .isEqualTo(20);
            run(connection, "DROP TRIGGER fails ON stock");

            // The size of the batches may be another when it goes on.
            List<String> notices =
                    run(connection, sql(op -> op.inBatches("stock", "id", 15).set("n = n * 2")));
            assertThat(notices)
                    .filteredOn(text -> text.contains("changed"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("stock: 40 of about 40 rows, 20 changed");
            assertThat(number(connection, "SELECT sum(n) AS n FROM stock")).isEqualTo(40 * 41);
            assertThat(run(connection, sql(op -> op.inBatches("stock", "id", 15).set("n = n * 2"))))
                    .noneMatch(text -> text.contains("changed"));
            run(connection, BatchBlock.forget().sql());
        }
    }

    @Test
    void standsOutsideATransactionInItsPlace() {
        RecordingOperations recording = new RecordingOperations();
        Direction.UPGRADE.run(
                OperationsTest.revision(op -> {
                    op.inBatches("t", "id", 5).delete();
                    op.dropTable("u");
                }),
                recording);

        assertThat(recording.recorded())
                .extracting(RecordedOperation::outsideTransaction)
                .containsExactly(true, true, false);
        assertThatThrownBy(() -> sql(op -> op.inBatches("t", "id", 5)))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(".set(");
        assertThatThrownBy(() -> sql(op -> op.inBatches("t", "id", 0).delete())).isInstanceOf(RevisionException.class);
    }

    private static String sql(Consumer<Operations> body) {
        return ((Execute) OperationsTest.record(body).get(0)).sql();
    }

    private static List<String> run(Connection connection, String sql) throws SQLException {
        List<String> notices = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.add(warning.getMessage());
            }
        }
        return notices;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return BoundSql.plain(sql).query(connection).get(0).number("n");
    }
}
