package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.Gate;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRunnersTest {

    @TempDir
    Path folder;

    private Database database;
    private Gate gate;
    private RevisionFiles files;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        gate = new Gate(database);
        files = new RevisionFiles(folder);
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"SELECT gate(1)\");", "");
        files.write("2", "1", "op.execute(\"CREATE TABLE b (id int)\");", "");
    }

    @AfterEach
    void drop() {
        gate.close();
        TestServer.drop(database);
    }

    @Test
    void applyOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Integer> ran = new ArrayList<>();
        try {
            gate.shut(1);
            CountDownLatch waiting = new CountDownLatch(2);
            RunListener listener = new RunListener() {
                @Override
                public void waiting(String holder) {
                    waiting.countDown();
                }
            };
            Callable<Integer> run = () -> new Runs(database, files)
                    .with(Surroundings.ofMachine())
                    .runner(listener)
                    .run(Plan.upgradeTo(Target.HEAD))
                    .ran()
                    .size();
            List<Future<Integer>> futures = List.of(threads.submit(run), threads.submit(run), threads.submit(run));
            waiting.await();
            gate.open(1);
            for (Future<Integer> future : futures) {
                ran.add(future.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ran).containsExactlyInAnyOrder(0, 0, 2);
    }

    @Test
    void theOneThatWaitsInVainNamesTheOther() {
        Runs runs = new Runs(database, files).with(RunSettings.DEFAULT.withLockWait(Duration.ofSeconds(1)));
        List<String> heard = new ArrayList<>();
        try (AdvisoryLock held = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT)) {
            assertThat(held.connection()).isNotNull();
            assertThatThrownBy(() -> runs.runner(new RunListener() {
                                @Override
                                public void waiting(String holder) {
                                    heard.add(holder);
                                }
                            })
                            .run(Plan.upgradeTo(dev.retort.revision.Target.HEAD)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("held by process ")
                    .hasMessageContaining("application retort")
                    .hasMessageContaining("since 2");
        }
        assertThat(heard).hasSize(1);
        assertThat(runs.relations()).isEmpty();
    }

    /** A client that is killed leaves its statement running in the server; its lock is free at once, that of its work is not. */
    @Test
    void aStatementOfAKilledRunIsWaitedForAndNamed() throws Exception {
        Runs runs = new Runs(database, files);
        try (AdvisoryLock lock = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT);
                WorkConnection work = WorkConnection.open(database, RunSettings.DEFAULT, lock)) {
            runs.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
                    + " AND pid <> "
                    + work.jdbc().unwrap(org.postgresql.PGConnection.class).getBackendPID()
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
            work.jdbc().setAutoCommit(false);
            work.execute("SELECT 'what it was doing'");
            runs.with(RunSettings.DEFAULT.withLockWait(Duration.ofMillis(500)));
            assertThatThrownBy(() -> runs.upgrade("head"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("held by process "
                            + work.jdbc()
                                    .unwrap(org.postgresql.PGConnection.class)
                                    .getBackendPID() + " (application retort")
                    .hasMessageContaining("--lock-wait");
        }
        assertThat(runs.relations()).isEmpty();
        assertThat(runs.upgrade("head").ran()).hasSize(2);
    }

    /** The session has run other statements since, which is all that the server itself would tell. */
    @Test
    void tellsSinceWhenALockIsHeld() throws Exception {
        try (java.sql.Connection one = database.connect();
                java.sql.Connection other = database.connect()) {
            long key = SessionLock.key("x");
            SessionLock held = SessionLock.take(one, key, Duration.ZERO, Runs.STILL, who -> {});
            Runs runs = new Runs(database, files);
            String since = runs.column(
                            "SELECT to_timestamp(objid::bigint) FROM pg_locks WHERE locktype = 'advisory'"
                                    + " AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .get(0);
            assertThat(since).startsWith("2");
            assertThatThrownBy(() -> SessionLock.take(other, key, Duration.ZERO, Runs.STILL, who -> {}))
                    .hasMessageContaining(", since 2");
            held.close();
            SessionLock.take(other, key, Duration.ZERO, Runs.STILL, who -> {}).close();
            assertThat(runs.column("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .containsExactly("0");
        }
    }

    @Test
    void nothingToDoTakesNoLock() {
        Runs runs = new Runs(database, files);
        runs.upgrade("head");
        try (AdvisoryLock held = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT)) {
            assertThat(held.connection()).isNotNull();
            assertThat(runs.upgrade("head").ran()).isEmpty();
        }
    }
}
