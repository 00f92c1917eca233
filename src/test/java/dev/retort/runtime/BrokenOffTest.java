package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement that fails half-way, as on a disk that is full: the server's own error, in the middle of rows, of an index, of batches. */
class BrokenOffTest {

    @TempDir
    Path folder;

    private Database database;
    private RevisionFiles files;
    private Runs runs;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        runs = new Runs(database, files);
        runs.execute("""
                CREATE FUNCTION space(n int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN
                    IF n = 57 THEN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END IF;
                    RETURN n;
                END $$""", "CREATE TABLE stock (id int PRIMARY KEY, n int)");
        runs.execute("INSERT INTO stock SELECT i, 0 FROM generate_series(1, 100) i");
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    private void freeSpace() {
        runs.execute("CREATE OR REPLACE FUNCTION space(n int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT n'");
    }

    @Test
    void insideATransactionLeavesNothing() {
        files.write("1", "", "op.execute(\"CREATE TABLE copy AS SELECT space(id) FROM stock\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.sqlState()).isEqualTo("53100");
            assertThat(e.reason()).contains("No space left on device", "Nothing was changed.");
        });
        assertThat(runs.relations()).containsExactly("stock");
        freeSpace();
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) FROM copy")).containsExactly("100");
    }

    @Test
    void inAConcurrentBuildLeavesNoIndexAndGoesOn() {
        files.write("1", "", """
                op.execute("CREATE TABLE before (id int)");
                op.createIndex("stock_space_idx").on("stock", "space(id)").concurrently();
                op.execute("CREATE TABLE after (id int)");
                """, "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .hasMessageContaining("Rolled back: step 2. Kept: step 1 of 1.")
                .hasMessageContaining("it goes on with step 2");
        assertThat(runs.column("SELECT to_regclass('stock_space_idx')")).containsExactly("null");
        assertThat(runs.rows()).isEmpty();
        freeSpace();
        runs.upgrade("head");
        assertThat(runs.relations()).contains("before", "after");
        assertThat(runs.column("SELECT indisvalid FROM pg_index WHERE indexrelid = 'stock_space_idx'::regclass"))
                .containsExactly("true");
    }

    @Test
    void inBatchesKeepsThoseThatAreCommittedAndGoesOnBehindThem() {
        files.write("1", "", "op.inBatches(\"stock\", \"id\", 10).set(\"n = n + space(id) / id\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOf(DatabaseException.class);
        assertThat(runs.column("SELECT sum(n) FROM stock")).containsExactly("50");
        freeSpace();
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) || ' ' || max(n) FROM stock WHERE n > 0"))
                .containsExactly("100 1");
        assertThat(runs.relations()).containsExactly("retort_history", "retort_version", "stock");
    }

    /** A lock that somebody else holds on a row is waited for no longer than a lock on a table; the batches before it count as progress. */
    @Test
    void inBatchesALockedRowIsTriedAgain() {
        files.write("1", "", "op.inBatches(\"stock\", \"id\", 10).set(\"n = n + 1\");", "");
        try (SqlSession other = SqlSession.open(database)) {
            other.execute("BEGIN; UPDATE stock SET n = 7 WHERE id = 57");
            runs.with(RunSettings.DEFAULT.withLockTimeout(java.time.Duration.ofMillis(20)))
                    .with(new Surroundings(
                            Runs.STILL.clock(),
                            pause -> other.execute("COMMIT"),
                            Runs.STILL.random(),
                            Runs.STILL.client()))
                    .upgrade("head");
        }
        assertThat(runs.column("SELECT sum(n) FROM stock")).containsExactly("107");
    }
}
