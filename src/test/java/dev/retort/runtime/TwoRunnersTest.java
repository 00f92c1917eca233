package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    private RevisionFiles files;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"SELECT pg_sleep(0.2)\");", "");
        files.write("2", "1", "op.execute(\"CREATE TABLE b (id int)\");", "");
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    @Test
    void applyOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Integer> ran = new ArrayList<>();
        try {
            Callable<Integer> run = () -> new Runs(database, files)
                    .with(Surroundings.ofMachine())
                    .upgrade("head")
                    .ran()
                    .size();
            for (Future<Integer> future : threads.invokeAll(List.of(run, run, run))) {
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
