package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan.PlannedRevision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are changed in batches, on a connection that is lost meanwhile. */
class RunnerBatchesTest {

    @TempDir
    Path folder;

    @Test
    void aKilledRunGoesOnWhereItWas() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        files.write("1", "", """
                op.execute("CREATE TABLE stock (id bigint PRIMARY KEY, n int NOT NULL)");
                op.execute("INSERT INTO stock SELECT i, i FROM generate_series(1, 100) i");
                op.execute("CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF new.id = 57 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN new; END $$");
                op.execute("CREATE TRIGGER kill BEFORE UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION kill()");
                """, "");
        files.write("2", "1", "op.inBatches(\"stock\", \"id\", 10).set(\"n = n * 2\");", "");
        runs.upgrade("1");
        assertThatThrownBy(() -> runs.upgrade("2")).isInstanceOf(DatabaseException.class);
        assertThat(runs.rows()).containsExactly("1");
        assertThat(runs.column("SELECT count(*) FROM stock WHERE n = 2 * id")).containsExactly("50");

        runs.execute("DROP TRIGGER kill ON stock");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        runs.runner(new RunListener() {
                    @Override
                    public void batch(PlannedRevision revision, String progress) {
                        told.add(progress);
                    }
                })
                .run(Plan.upgradeTo(Target.HEAD));
        assertThat(told).hasSize(5);
        assertThat(told.get(4)).isEqualTo("stock: 100 of about 100 rows, 50 changed, about 0 s left");
        assertThat(runs.column("SELECT count(*) FROM stock WHERE n = 2 * id")).containsExactly("100");
        assertThat(runs.relations()).containsExactly("retort_history", "retort_version", "stock");
        TestServer.drop(database);
    }

    /** A position that outlived the table would let the next walk begin behind rows that nobody has filled. */
    @Test
    void batchesThatFailedAreHalfDoneUntilTheyAreFinishedOrForgotten() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        files.write("1", "", """
                op.execute("CREATE TABLE stock (id int PRIMARY KEY, w int)");
                op.execute("INSERT INTO stock SELECT i FROM generate_series(1, 100) i");
                """, "op.dropTable(\"stock\");");
        files.write("2", "1", "op.inBatches(\"stock\", \"id\", 10).set(\"w = 100 / (55 - id)\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.reason())
                    .contains("Rolled back: the batch that failed. Kept: the batches before it (over 50 rows) of 2.")
                    .doesNotContain("Nothing was changed");
            assertThat(e.cure()).contains("(it goes on with the next batch)");
        });
        HalfDone left = Standing.of(database, "public").halfDone().get(0);
        assertThat(left.revision()).isEqualTo("2");
        assertThat(left.story()).contains("in the batches of its step 1", "committed too, and going on takes the next");
        assertThatThrownBy(() -> runs.downgrade("base"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Revision 2 is half done");

        runs.stamp("1");
        assertThat(runs.relations()).containsExactly("retort_history", "retort_version", "stock");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
        runs.upgrade("1");
        runs.execute("DELETE FROM stock WHERE id = 55");
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) FROM stock WHERE w IS NULL")).containsExactly("0");
        TestServer.drop(database);
    }

    /** Only a step that is known to be half done goes on; a position without one is of rows that may be gone. */
    @Test
    void aPositionThatNobodyStandsForIsForgotten() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        runs.execute(
                "CREATE TABLE stock (id int PRIMARY KEY, n int)",
                "INSERT INTO stock SELECT i, 0 FROM generate_series(1, 100) i");
        files.write("1", "", "op.inBatches(\"stock\", \"id\", 10).set(\"n = 0 / (55 - id) + 1\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOf(DatabaseException.class);
        runs.execute("DELETE FROM retort_step", "DELETE FROM stock WHERE id = 55", "UPDATE stock SET n = 0");
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) FROM stock WHERE n = 0")).containsExactly("0");
        TestServer.drop(database);
    }

    @Test
    void aFirstBatchThatFailsLeavesNothing() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        runs.execute(
                "CREATE TABLE stock (id int PRIMARY KEY, n int)",
                "INSERT INTO stock SELECT i, 0 FROM generate_series(1, 100) i");
        files.write("1", "", "op.inBatches(\"stock\", \"id\", 10).set(\"n = 1 / (5 - id)\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("Nothing was changed.");
        assertThat(runs.relations()).containsExactly("stock");
        TestServer.drop(database);
    }
}
