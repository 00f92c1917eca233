package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.Gate;
import dev.retort.database.Database;
import dev.retort.scratch.Scratch;
import dev.retort.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server process that is killed with {@code kill -9} brings the whole server down, which starts again: a run meets both. */
class CrashedServerTest {

    private static final int REVISIONS = 8;

    /** In a transaction, in an index build, in the transaction that moves the version. */
    private static final List<Integer> MOMENTS = List.of(11, 32, 43, 61);

    @TempDir
    Path folder;

    @Test
    void aRunGoesOnAfterTheServerHasCrashedAndStartedAgain() throws Exception {
        try (ScratchServer server =
                Scratch.open("embedded", () -> UUID.randomUUID().toString().replace("-", ""), System.getenv())) {
            Database database = server.create();
            RevisionFiles files = new RevisionFiles(folder);
            Runs runs = new Runs(database, files).with(Surroundings.ofMachine());
            new Gate(database).close();
            runs.execute("CREATE TABLE log (revision int, part int)");
            // The throw-away server commits asynchronously: what is not written yet is lost when it crashes.
            runs.execute("CHECKPOINT");
            for (int i = 1; i <= REVISIONS; i++) {
                files.write("" + i, i == 1 ? "" : "" + (i - 1), """
                        op.execute("CREATE TABLE t%1$d (id int); INSERT INTO t%1$d VALUES (%1$d2); INSERT INTO log VALUES (%1$d, 1); SELECT gate(%1$d1)");
                        op.createIndex("t%1$d_id_idx").on("t%1$d", "gate(id)").concurrently();
                        op.execute("INSERT INTO log VALUES (%1$d, 2); SELECT gate(%1$d3)");
                        """.formatted(i), "");
            }
            for (int moment : MOMENTS) {
                Gate gate = new Gate(database);
                gate.shut(moment);
                AtomicBoolean ended = new AtomicBoolean();
                Thread killer = new Thread(() -> gate.await(moment, 1, ended::get)
                        .forEach(process -> ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly)));
                killer.start();
                try {
                    assertThatThrownBy(() -> runs.upgrade("head"))
                            .as("moment " + moment)
                            .isInstanceOf(DatabaseException.class);
                } finally {
                    ended.set(true);
                    killer.join();
                }
                awaitServer(database);
            }
            runs.upgrade("head");
            assertThat(runs.rows()).containsExactly("" + REVISIONS);
            assertThat(runs.steps()).isEmpty();
            assertThat(runs.column("SELECT revision || '/' || part FROM log ORDER BY revision, part"))
                    .hasSize(2 * REVISIONS)
                    .doesNotHaveDuplicates();
            assertThat(runs.column("SELECT revision FROM retort_history ORDER BY id"))
                    .hasSize(REVISIONS)
                    .doesNotHaveDuplicates();
            assertThat(runs.column(
                            "SELECT count(*) FROM pg_index WHERE indrelid::regclass::text ~ '^t[0-9]' AND indisvalid"))
                    .containsExactly("" + REVISIONS);
        }
    }

    /** Until the server takes connections again; each try is answered at once. */
    private static void awaitServer(Database database) {
        for (int i = 0; i < 100_000; i++) {
            try (SqlSession session = SqlSession.open(database)) {
                session.execute("SELECT 1");
                return;
            } catch (DatabaseException starting) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the server does not come back");
    }
}
