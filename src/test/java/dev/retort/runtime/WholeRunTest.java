package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All revisions of a run in one transaction. */
class WholeRunTest {

    private static final RunSettings WHOLE = RunSettings.DEFAULT.withTransaction(TransactionSpan.ALL);

    @TempDir
    Path folder;

    private Database database;
    private RevisionFiles files;
    private Runs runs;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        runs = new Runs(database, files).with(WHOLE);
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "op.execute(\"DROP TABLE a\");");
        files.write("2", "1", "op.execute(\"CREATE TABLE b (id int)\");", "op.execute(\"DROP TABLE b\");");
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    @Test
    void isAppliedAsAWholeOrNotAtAll() {
        files.write("3", "2", "op.execute(\"SELECT 1/0\");", "");
        List<String> finished = new ArrayList<>();
        RunListener ears = new RunListener() {
            @Override
            public void finished(RunResult.Ran ran) {
                finished.add(ran.revision().revision().id());
            }
        };
        assertThatThrownBy(() -> runs.runner(ears).run(Plan.upgradeTo(Target.HEAD)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The upgrade of 3")
                .hasMessageContaining("Rolled back: the whole run. Nothing was changed.");
        assertThat(finished).isEmpty();
        assertThat(runs.relations()).isEmpty();

        files.write("3", "2", "op.execute(\"INSERT INTO a SELECT pg_current_xact_id()::text::int\");", "");
        runs.runner(ears).run(Plan.upgradeTo(Target.HEAD));
        assertThat(finished).containsExactly("1", "2", "3");
        assertThat(runs.rows()).containsExactly("3");
        assertThat(runs.column("SELECT DISTINCT xmin FROM retort_history UNION SELECT id::text::xid FROM a"))
                .as("one transaction")
                .hasSize(1);
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void isTriedAgainAsAWhole() {
        runs.execute("CREATE TABLE held (id int)");
        files.write("3", "2", "op.execute(\"ALTER TABLE held ADD b int\");", "");
        List<Duration> pauses = new ArrayList<>();
        try (SqlSession other = SqlSession.open(database)) {
            other.execute("BEGIN; LOCK TABLE held IN ACCESS SHARE MODE");
            runs.with(WHOLE.withLockTimeout(Duration.ofMillis(20)))
                    .with(new Surroundings(
                            Runs.STILL.clock(),
                            pause -> {
                                pauses.add(pause);
                                assertThat(runs.relations()).containsExactly("held");
                                other.execute("COMMIT");
                            },
                            Runs.STILL.random(),
                            Runs.STILL.client()))
                    .upgrade("head");
        }
        assertThat(pauses).hasSize(1);
        assertThat(runs.column("SELECT revision FROM retort_history ORDER BY id"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void whatLeavesATransactionIsRefusedBeforeAnythingRuns() {
        for (String body : List.of(
                "op.createIndex(\"a_idx\").on(\"a\", \"id\").concurrently();",
                "op.outsideTransaction(() -> op.execute(\"VACUUM a\"));",
                "op.inBatches(\"a\", \"id\", 10).set(\"id = id\");")) {
            files.write("3", "2", body, "");
            assertThatThrownBy(() -> runs.upgrade("head"))
                    .as(body)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Revision 3")
                    .hasMessageContaining("retort upgrade head --transaction revision");
            assertThat(runs.relations()).isEmpty();
        }
        // What stands behind a question is known when it runs; all is rolled back then.
        files.write("3", "2", "op.query(\"SELECT 1\"); op.outsideTransaction(() -> op.execute(\"VACUUM a\"));", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOf(RefusedException.class);
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void anEnumValueThatMustBeCommittedFirstSaysSo() {
        files.write("3", "2", "op.createEnum(\"tier\", \"BASIC\");", "");
        runs.upgrade("3");
        files.write("4", "3", """
                op.addEnumValue("tier", "GOLD");
                op.execute("CREATE TABLE c (t tier DEFAULT 'GOLD')");
                """, "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("--transaction revision");
        runs.with(RunSettings.DEFAULT).upgrade("head");
    }

    @Test
    void theScriptHasOneTransactionToo() {
        String script = new ScriptWriter(files.loader(), WHOLE)
                .write(Plan.upgradeTo(Target.HEAD).plan(files.loader().graph(), List.of()), List.of());
        assertThat(script.lines().filter("BEGIN;"::equals)).hasSize(1);
        assertThat(script.lines().filter("COMMIT;"::equals)).hasSize(1);
        runs.execute(script);
        assertThat(runs.rows()).containsExactly("2");
    }
}
