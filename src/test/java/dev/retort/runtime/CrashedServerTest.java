package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.scratch.Scratch;
import dev.retort.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server process that is killed with {@code kill -9} brings the whole server down, which starts again: a run meets both. */
class CrashedServerTest {

    private static final int REVISIONS = 8;
    private static final int CRASHES = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(11);

    @Test
    void aRunGoesOnAfterTheServerHasCrashedAndStartedAgain() throws Exception {
        try (ScratchServer server =
                Scratch.open("embedded", () -> UUID.randomUUID().toString().replace("-", ""), System.getenv())) {
            Database database = server.create();
            RevisionFiles files = new RevisionFiles(folder);
            Runs runs = new Runs(database, files).with(Surroundings.ofMachine());
            runs.execute("CREATE TABLE log (revision int, part int)");
            for (int i = 1; i <= REVISIONS; i++) {
                files.write("" + i, i == 1 ? "" : "" + (i - 1), """
                        op.execute("CREATE TABLE t%1$d (id int); INSERT INTO log VALUES (%1$d, 1); SELECT pg_sleep(0.05)");
                        op.createIndex("t%1$d_id_idx").on("t%1$d", "id").concurrently();
                        op.execute("INSERT INTO log VALUES (%1$d, 2); SELECT pg_sleep(0.05)");
                        """.formatted(i), "");
            }
            int crashes = 0;
            for (boolean done = false; !done; ) {
                AtomicBoolean ended = new AtomicBoolean(crashes >= CRASHES);
                Thread killer = new Thread(() -> kill(database, ended));
                killer.start();
                try {
                    runs.upgrade("head");
                    done = true;
                } catch (DatabaseException e) {
                    crashes++;
                    assertThat(crashes).as(e.getMessage()).isLessThan(100);
                } finally {
                    ended.set(true);
                    killer.join();
                }
                awaitServer(database);
            }
            assertThat(crashes).isPositive();
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

    /** Waits for a run, and a moment longer; then kills the process that serves it. */
    private void kill(Database database, AtomicBoolean ended) {
        String sessions =
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'retort' AND datname = current_database()"
                        + " AND pid <> pg_backend_pid() ORDER BY backend_start DESC";
        try (SqlSession session = SqlSession.open(database)) {
            while (!ended.get() && session.query(sessions).size() < 2) {
                session.execute("SELECT pg_sleep(0.005)");
            }
            session.execute("SELECT pg_sleep(" + random.nextInt(250) / 1000.0 + ")");
            session.query(sessions).stream().limit(1).forEach(row -> ProcessHandle.of(
                            ((Number) row.values().values().iterator().next()).longValue())
                    .ifPresent(ProcessHandle::destroyForcibly));
        } catch (DatabaseException e) {
            assertThat(ended.get() || e.sqlState() != null).as(e.getMessage()).isTrue();
        }
    }

    /** Until the server takes connections again; each try is answered at once. */
    private static void awaitServer(Database database) {
        for (int i = 0; i < 100_000; i++) {
            try (SqlSession session = SqlSession.open(database)) {
                session.execute("SELECT pg_sleep(0.01)");
                return;
            } catch (DatabaseException starting) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the server does not come back");
    }
}
