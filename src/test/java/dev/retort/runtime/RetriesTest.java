package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan.PlannedRevision;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another try can cure is tried again, wherever it comes up; a lock timeout is in {@link RunnerStepsTest}. */
class RetriesTest {

    /** Fails with the SQLSTATE that the table says as often as it says; a sequence counts, as no rollback takes its value back. */
    private static final String TROUBLE = """
            CREATE TABLE wanted (state text, times int);
            INSERT INTO wanted VALUES ('', 0);
            CREATE TABLE a (n int);
            CREATE SEQUENCE calls;
            CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE w wanted;
                BEGIN
                    SELECT * INTO w FROM wanted;
                    IF nextval('calls') <= w.times THEN
                        RAISE EXCEPTION 'in trouble' USING ERRCODE = w.state;
                    END IF;
                    RETURN NULL;
                END $$;
            """;

    @TempDir
    Path folder;

    private Database database;
    private RevisionFiles files;
    private Runs runs;

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private Runnable whileItPauses = () -> {};

    /** Notes what is tried again; something happens beside the statement that names it. */
    private final RunListener ears = new RunListener() {
        @Override
        public void running(PlannedRevision revision, int step, String sql) {
            if (sql.contains("meanwhile")) {
                meanwhile.run();
            }
        }

        @Override
        public void retrying(PlannedRevision revision, int step, String why, Duration pause) {
            told.add(why);
        }
    };

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        runs = new Runs(database, files)
                .with(new Surroundings(
                        Runs.STILL.clock(),
                        pause -> {
                            pauses.add(pause);
                            whileItPauses.run();
                        },
                        // Of its own, so that no other test decides how far its pauses are spread.
                        new Random(1),
                        Runs.STILL.client()));
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    private void upgrade() {
        runs.runner(ears).run(Plan.upgradeTo(Target.HEAD));
    }

    /** Each session waits for what the other one holds; the server ends ours, as the other is more patient. */
    @Test
    void aDeadlock() {
        runs.execute(
                "CREATE TABLE a (id int)",
                "CREATE TABLE b (id int)",
                "ALTER DATABASE " + runs.name() + " SET deadlock_timeout = '1ms'");
        files.write(
                "1",
                "",
                "op.execute(\"ALTER TABLE a ADD n int\"); op.execute(\"ALTER TABLE b ADD n int -- meanwhile\");",
                "");
        try (SqlSession other = SqlSession.open(database);
                SqlSession third = SqlSession.open(database)) {
            other.execute("SET application_name = 'reporting'; SET deadlock_timeout = '1h'");
            String process = other.query("SELECT pg_backend_pid() AS pid")
                    .get(0)
                    .values()
                    .get("pid")
                    .toString();
            List<CompletableFuture<Void>> waits = new ArrayList<>();
            meanwhile = () -> {
                other.execute("BEGIN; LOCK TABLE b IN ACCESS SHARE MODE");
                waits.add(CompletableFuture.runAsync(() -> other.execute("LOCK TABLE a IN ACCESS SHARE MODE")));
                while (third.query("SELECT FROM pg_locks WHERE NOT granted AND pid = " + process)
                        .isEmpty()) {
                    Thread.onSpinWait();
                }
            };
            whileItPauses = () -> {
                waits.get(waits.size() - 1).join();
                other.execute("COMMIT");
                if (pauses.size() == 2) {
                    meanwhile = () -> {};
                }
            };
            runs.with(RunSettings.DEFAULT.withTries(2));
            assertThatThrownBy(this::upgrade).isInstanceOfSatisfying(DatabaseException.class, e -> {
                assertThat(e.sqlState()).isEqualTo("40P01");
                assertThat(e.reason())
                        .startsWith("after 2 tries, in step 1: deadlock detected (SQLSTATE 40P01)")
                        .contains("process " + process + " (application reporting", "LOCK TABLE a")
                        .contains("Rolled back: all of 1. Nothing was changed.");
            });
            assertThat(pauses).hasSize(1);
            waits.get(1).join();
            other.execute("COMMIT");

            runs.with(RunSettings.DEFAULT);
            pauses.clear();
            told.clear();
            upgrade();
        }
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(1)).isGreaterThan(pauses.get(0));
        assertThat(told).hasSize(2).allMatch(why -> why.startsWith("deadlock detected (SQLSTATE 40P01)"));
        assertThat(runs.columns("a")).containsExactly("id", "n");
        assertThat(runs.columns("b")).containsExactly("id", "n");
        assertThat(runs.column("SELECT revision FROM retort_history")).containsExactly("1");
    }

    /** A server may end sessions that think or take long; between tries, and while a lock is only held, ours do nothing. */
    @Test
    void theServerEndsNoSessionMeanwhile() throws SQLException {
        List<String> ends = runs.column("SELECT name FROM pg_settings WHERE name IN ('idle_session_timeout',"
                + " 'idle_in_transaction_session_timeout', 'transaction_timeout')");
        assertThat(ends).hasSizeGreaterThanOrEqualTo(2);
        ends.forEach(end -> runs.execute("ALTER DATABASE " + runs.name() + " SET " + end + " = '1h'"));
        String seen = "SELECT name, setting FROM pg_settings WHERE name IN ('" + String.join("', '", ends) + "')";
        files.write("1", "", "op.execute(\"CREATE TABLE seen AS " + seen + "\");", "");
        upgrade();
        assertThat(runs.column("SELECT setting FROM seen")).hasSameSizeAs(ends).containsOnly("0");
        try (AdvisoryLock lock = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT);
                Statement statement = lock.connection().createStatement();
                ResultSet rows = statement.executeQuery(seen + " AND setting <> '0'")) {
            assertThat(rows.next()).isFalse();
        }

        // What it does not let us do is said with the place where somebody said so.
        runs.execute("ALTER DATABASE " + runs.name() + " SET default_transaction_read_only = on");
        files.write("2", "1", "op.execute(\"CREATE TABLE more ()\");", "");
        assertThatThrownBy(this::upgrade)
                .hasMessageContaining("(SQLSTATE 25006)")
                .hasMessageContaining(
                        "who set default_transaction_read_only: \\drds in psql, then run it again: retort upgrade");
    }

    /** Where the database reads by snapshots, what a revision has read may be old when it writes. */
    @Test
    void aSerializationFailure() {
        runs.execute(
                "CREATE TABLE a (n int)",
                "INSERT INTO a VALUES (1)",
                "ALTER DATABASE " + runs.name() + " SET default_transaction_isolation = 'repeatable read'");
        files.write(
                "1", "", "op.query(\"SELECT n FROM a\"); op.execute(\"UPDATE a SET n = n * 2 /* meanwhile */\");", "");
        meanwhile = () -> {
            if (pauses.size() < 2) {
                runs.execute("UPDATE a SET n = n + 1");
            }
        };
        upgrade();
        assertThat(told)
                .hasSize(2)
                .allMatch(why -> why.equals("could not serialize access due to concurrent update (SQLSTATE 40001)"));
        assertThat(runs.column("SELECT n FROM a")).containsExactly("6");
        assertThat(runs.rows()).containsExactly("1");
    }

    @Test
    void threeErrorCodesAlone() {
        runs.execute(TROUBLE, "CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION trouble()");
        files.write("1", "", "op.execute(\"INSERT INTO a VALUES (1)\");", "");
        runs.with(RunSettings.DEFAULT.withTries(3));
        for (String state : List.of("55P03", "40P01", "40001")) {
            assertThat(callsUntilItEnds(state, 2)).as(state).isEqualTo(3);
            assertThat(runs.rows()).as(state).containsExactly("1");
            assertThat(pauses).as(state).hasSize(2);
        }
        for (String state : List.of("40003", "57014", "P0001")) {
            assertThat(callsUntilItEnds(state, 99)).as(state).isEqualTo(1);
            assertThat(error).contains("in step 1: in trouble (SQLSTATE " + state + ")");
            assertThat(pauses).as(state).isEmpty();
        }
        assertThat(callsUntilItEnds("40001", 99)).isEqualTo(3);
        assertThat(error).contains("after 3 tries, in step 1: in trouble (SQLSTATE 40001)");
        assertThat(runs.rows()).isEmpty();
    }

    /** What is deferred fails there, after all statements have succeeded. */
    @Test
    void alsoAtTheCommit() {
        runs.execute(
                TROUBLE,
                "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION trouble()");
        files.write("1", "", "op.execute(\"INSERT INTO a VALUES (1)\");", "");
        files.write("2", "1", "", "");
        for (TransactionSpan span : TransactionSpan.values()) {
            boolean all = span == TransactionSpan.ALL;
            runs.with(RunSettings.DEFAULT.withTries(3).withTransaction(span));
            assertThat(callsUntilItEnds("40001", 2)).as("%s", span).isEqualTo(3);
            assertThat(runs.rows()).as("%s", span).containsExactly("2");
            assertThat(runs.column("SELECT n FROM a")).as("%s", span).containsExactly("1");

            assertThat(callsUntilItEnds("23503", 99)).as("%s", span).isEqualTo(1);
            assertThat(error)
                    .contains(all ? "The upgrade in one transaction failed: " : "The upgrade of 1 (step 1) failed: ")
                    .contains((all ? "at the commit of all" : "in step 1") + ": in trouble (SQLSTATE 23503)")
                    .contains("Nothing was changed.")
                    .contains("retort upgrade head" + (all ? " --transaction all" : ""));
            assertThat(runs.rows()).isEmpty();
        }
    }

    private String error = "";

    /** Upgrades from the base; how often the trouble was met, or would have been. */
    private int callsUntilItEnds(String state, int times) {
        runs.execute("TRUNCATE a; ALTER SEQUENCE calls RESTART; UPDATE wanted SET state = '" + state + "', times = "
                + times + "; DROP TABLE IF EXISTS retort_version, retort_history");
        pauses.clear();
        error = "";
        try {
            upgrade();
        } catch (DatabaseException e) {
            error = String.valueOf(e.getMessage());
        }
        return Integer.parseInt(runs.column("SELECT last_value FROM calls").get(0));
    }
}
