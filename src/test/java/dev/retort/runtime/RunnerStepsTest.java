package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.migration.Direction;
import dev.retort.revision.Target;
import dev.retort.runtime.Plan.PlannedRevision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of several steps: what is kept, and how a retry goes on. */
class RunnerStepsTest {

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
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    private static final String THREE_STEPS = """
            op.execute("CREATE TABLE a (id int)");
            op.execute("INSERT INTO a VALUES (1), (1)");
            op.createIndex("a_id_idx").on("a", "id").unique().concurrently();
            op.execute("CREATE TABLE b (id int)");
            """;

    @Test
    void buildsAnIndexOutsideATransaction() {
        files.write("1", "", THREE_STEPS.replace(", (1)", ""), "");
        RunResult result = runs.upgrade("head");
        assertThat(result.ran().get(0).steps()).isEqualTo(3);
        assertThat(runs.relations()).containsExactly("a", "b", "retort_history", "retort_version");
        assertThat(runs.column("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id_idx'::regclass"))
                .containsExactly("true");
        assertThat(runs.rows()).containsExactly("1");
    }

    @Test
    void statementsMayFollowABlock() {
        files.write(
                "1",
                "",
                "op.execute(\"CREATE FUNCTION one() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END; CREATE TABLE a (n int DEFAULT one())\");",
                "");
        RunResult result = runs.upgrade("head");
        assertThat(result.ran().get(0).steps()).isEqualTo(1);
        assertThat(runs.relations()).containsExactly("a", "retort_history", "retort_version");
    }

    @Test
    void goesOnWhereItFailed() {
        files.write("1", "", THREE_STEPS, "op.execute(\"DROP TABLE a, b\");");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("in step 2: could not create unique index")
                .hasMessageContaining("Rolled back: step 2. Kept: step 1 of 1.")
                .hasMessageContaining("it goes on with step 2");
        assertThat(runs.rows()).isEmpty();
        assertThat(runs.relations()).containsExactly("a", "retort_step");
        assertThat(runs.steps()).hasSize(1);
        assertThat(runs.column("SELECT to_regclass('a_id_idx')")).containsExactly("null");

        runs.execute("TRUNCATE a", "INSERT INTO a VALUES (5)");
        List<Integer> resumed = new ArrayList<>();
        RunResult result = runs.runner(new RunListener() {
                    @Override
                    public void resumed(PlannedRevision revision, int step) {
                        resumed.add(step);
                    }
                })
                .run(Plan.upgradeTo(dev.retort.revision.Target.HEAD));
        assertThat(resumed).containsExactly(1);
        assertThat(result.ran().get(0).resumed()).isEqualTo(1);
        assertThat(runs.column("SELECT id FROM a")).containsExactly("5");
        assertThat(runs.column("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id_idx'::regclass"))
                .containsExactly("true");
        assertThat(runs.relations()).containsExactly("a", "b", "retort_history", "retort_version");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void refusesToGoOnWhenTheDoneStepsWereEdited() {
        files.write("1", "", THREE_STEPS, "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOf(DatabaseException.class);
        files.write("1", "", THREE_STEPS.replace("(id int)", "(id bigint)"), "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("cannot go on where it failed");
        // What comes after may be corrected.
        files.write("1", "", THREE_STEPS.replace(".unique()", ""), "");
        runs.upgrade("head");
        assertThat(runs.rows()).containsExactly("1");
    }

    @Test
    void whatIsHalfUndoneIsFinishedWithoutTheBranchBesideIt() {
        files.write("1", "", "op.execute(\"CREATE TABLE one ()\");", "op.execute(\"DROP TABLE one\");");
        files.write("2", "1", "op.execute(\"CREATE TABLE two ()\");", "op.execute(\"DROP TABLE two\");");
        files.write(
                "3", "1", "", "op.outsideTransaction(() -> op.execute(\"VACUUM\")); op.execute(\"DROP TABLE three\");");
        files.write("4", "3", "op.execute(\"CREATE TABLE four ()\");", "op.execute(\"DROP TABLE four\");");
        runs.upgrade("heads");
        assertThatThrownBy(() -> runs.downgrade("4@-2"))
                .hasMessageContaining("retort downgrade 3@-1 (it goes on with step 2)");
        assertThat(runs.rows()).containsExactly("2", "3");
        assertThatThrownBy(() -> runs.upgrade("heads"))
                .hasMessageContaining("Finish it first: retort downgrade 3@-1\n");
        runs.execute("CREATE TABLE three ()");
        runs.downgrade("3@-1");
        assertThat(runs.rows()).containsExactly("2");
        assertThat(runs.relations()).contains("two").doesNotContain("three", "four");
    }

    @Test
    void severalThatAreUndoneTogetherAreNamedWithoutTheBranchBesideThem() {
        files.write("1", "", "op.execute(\"CREATE TABLE one ()\");", "op.execute(\"DROP TABLE one\");");
        files.write("2", "1", "op.execute(\"CREATE TABLE two ()\");", "op.execute(\"DROP TABLE two\");");
        files.write("3", "1", "", "");
        files.write("4", "3", "op.execute(\"SELECT 1\");", "op.execute(\"DROP TABLE four\");");
        runs.upgrade("heads");
        assertThatThrownBy(() -> runs.downgrade("4@-2")).hasMessageContaining("retort downgrade 3@-2");
        runs.execute("CREATE TABLE four ()");
        runs.downgrade("3@-2");
        assertThat(runs.rows()).containsExactly("2");
    }

    @Test
    void ofALostFileItIsSaidHowToGoOnOnceItIsBack() {
        files.write("1", "", "", "");
        HalfDone up = new HalfDone("7", Direction.UPGRADE, 1);
        HalfDone down = new HalfDone("7", Direction.DOWNGRADE, 1);
        assertThat(up.cure(files.loader().graph()))
                .isEqualTo("Put its file back, and finish it first: retort upgrade 7");
        assertThat(down.cure(files.loader().graph()))
                .isEqualTo("Put its file back, and finish it first: retort downgrade 7@-1");
    }

    @Test
    void aHalfDoneRevisionMustBeFinishedFirst() {
        files.write("1", "", "op.execute(\"CREATE TABLE z (id int)\");", "op.execute(\"DROP TABLE z\");");
        files.write("2", "1", THREE_STEPS, "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("Kept: the upgrade of 1.");
        assertThatThrownBy(() -> runs.downgrade("base"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Revision 2 is half done");
        Standing standing = Standing.of(database, "public");
        assertThat(standing.halfDone()).containsExactly(new HalfDone("2", Direction.UPGRADE, 1));
        assertThatThrownBy(() -> standing.plan(
                        Plan.downgradeTo(Target.BASE), files.loader().graph()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("retort upgrade 2");
        runs.stamp("1");
        runs.downgrade("base");
        assertThat(runs.relations()).containsExactly("a");
    }

    @Test
    void nonTransactionalRevisionsRunEachStatementByItself() {
        files.write("1", "", ", transactional = false", """
                op.execute("CREATE TABLE a (id int); INSERT INTO a VALUES (1); VACUUM a");
                op.query("SELECT 1 AS x");
                op.execute("SELECT 1 / :n", java.util.Map.of("n", 0));
                """, "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .hasMessageContaining("in step 4")
                .hasMessageContaining("Kept: steps 1 to 3 of 1.");
        assertThat(runs.column("SELECT id FROM a")).containsExactly("1");
    }

    @Test
    void outsideTransactionEndsTheStep() {
        files.write("1", "", """
                op.execute("CREATE TABLE a (id int)");
                op.outsideTransaction(() -> op.execute("VACUUM a"));
                op.execute("nonsense");
                """, "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .hasMessageContaining("in step 3")
                .hasMessageContaining("Kept: steps 1 to 2");
    }

    @Test
    void anEnumValueIsCommittedBeforeItIsUsed() {
        files.write("1", "", "op.createEnum(\"tier\", \"BASIC\");", "op.dropEnum(\"tier\");");
        files.write("2", "1", """
                op.addEnumValue("tier", "GOLD");
                op.addEnumValue("tier", "SILVER");
                op.execute("CREATE TABLE a (t tier DEFAULT 'GOLD')");
                op.execute("INSERT INTO a VALUES ('SILVER')");
                """, "");
        assertThat(runs.upgrade("head").ran().get(1).steps()).isEqualTo(2);
        assertThat(runs.column("SELECT t FROM a")).containsExactly("SILVER");
    }

    @Test
    void anIndexThatWasBuiltWhenTheConnectionBrokeIsTakenAsBuilt() throws Exception {
        files.write("1", "", "op.createIndex(\"a_idx\").on(\"a\", \"id\").concurrently();", "");
        runs.execute("CREATE TABLE a (id int)", "CREATE INDEX a_idx ON a (id)");

        // What the runner notes before it sends the statement.
        String hash = Hashes.sha256("CREATE INDEX CONCURRENTLY a_idx ON a (id)\u0000");
        try (java.sql.Connection connection = database.connect()) {
            new StepTable("public")
                    .put(
                            connection,
                            new StepTable.StepRow("1", dev.retort.migration.Direction.UPGRADE, 1, hash, false));
        }
        runs.upgrade("head");
        assertThat(runs.rows()).containsExactly("1");
        assertThat(runs.steps()).isEmpty();
    }

    @Test
    void anIndexOfTheNameIsTakenWhereItIsTheSameAndRefusedWhereItIsAnother() {
        files.write(
                "1",
                "",
                "op.createIndex(\"a_idx\").on(\"\\\"A t\\\"\", \"lower(n) desc\").where(\"n <> ''\").concurrently();",
                "");
        runs.execute("CREATE TABLE \"A t\" (id int, n text)", "CREATE INDEX a_idx ON \"A t\" (id)");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("What is there: index on public.A t USING btree (id).")
                .hasMessageContaining("wanted: index on public.A t USING btree (lower(n) DESC) WHERE (n <> ''::text).");
        assertThat(runs.rows()).isEmpty();
        runs.execute("DROP INDEX a_idx", "CREATE INDEX a_idx ON \"A t\" (lower(n) DESC) WHERE n <> ''");
        runs.upgrade("head");
        assertThat(runs.rows()).containsExactly("1");
    }

    @Test
    void whatFailedBuildsAndRebuildsHaveLeftIsRemovedFirst() {
        files.write("1", "", "op.createIndex(\"a_idx\").on(\"a\", \"id\").unique().concurrently();", "");
        runs.execute("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1), (1)");
        assertThatThrownBy(() -> runs.execute("CREATE UNIQUE INDEX CONCURRENTLY a_idx ON a (id)"))
                .hasMessageContaining("is duplicated");
        assertThatThrownBy(() -> runs.execute("REINDEX INDEX CONCURRENTLY a_idx"))
                .hasMessageContaining("is duplicated");
        assertThat(runs.column("SELECT relname FROM pg_class WHERE relname LIKE 'a!_idx%' ESCAPE '!' ORDER BY 1"))
                .containsExactly("a_idx", "a_idx_ccnew");
        runs.execute("TRUNCATE a");
        runs.upgrade("head");
        assertThat(runs.column(
                        "SELECT relname || ' ' || indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
                                + " WHERE relname LIKE 'a!_idx%' ESCAPE '!'"))
                .containsExactly("a_idx true");
    }

    @Test
    void aStatementThatMayHaveHappenedIsNotRunTwice() throws Exception {
        String insert = "INSERT INTO a VALUES (1)";
        files.write("1", "", "op.outsideTransaction(() -> op.execute(\"" + insert + "\"));", "");
        runs.execute("CREATE TABLE a (id int)");
        StepTable.StepRow begun = new StepTable.StepRow(
                "1", dev.retort.migration.Direction.UPGRADE, 1, Hashes.sha256(insert + "\u0000"), false);
        try (java.sql.Connection connection = database.connect()) {
            new StepTable("public").put(connection, begun);
        }
        String[] cure = new String[1];
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.getMessage()).contains("It is not known whether its step 1 happened", insert);
            cure[0] = e.cure();
        });
        assertThat(runs.column("SELECT count(*) FROM a")).containsExactly("0");

        List<String> statements =
                cure[0].lines().filter(line -> line.startsWith("  ")).toList();
        assertThat(statements).hasSize(2);
        runs.execute(statements.get(1));
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) FROM a")).containsExactly("1");

        runs.stamp();
        try (java.sql.Connection connection = database.connect()) {
            new StepTable("public").put(connection, begun);
        }
        runs.execute(statements.get(0));
        runs.upgrade("head");
        assertThat(runs.column("SELECT count(*) FROM a")).containsExactly("1");
    }

    @Test
    void retriesWhatMetALockAndNothingElse() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "");
        runs.upgrade("head");
        files.write("2", "1", "op.execute(\"CREATE TABLE c (id int)\"); op.execute(\"ALTER TABLE a ADD b int\");", "");
        List<Duration> pauses = new ArrayList<>();
        List<String> told = new ArrayList<>();
        try (SqlSession other = SqlSession.open(database)) {
            other.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
            Surroundings patient = new Surroundings(
                    Runs.STILL.clock(),
                    pause -> {
                        pauses.add(pause);
                        if (pauses.size() == 3) {
                            other.execute("COMMIT");
                        }
                    },
                    Runs.STILL.random(),
                    Runs.STILL.client());
            runs.with(RunSettings.DEFAULT.withLockTimeout(Duration.ofMillis(20)))
                    .with(patient)
                    .runner(new RunListener() {
                        @Override
                        public void retrying(PlannedRevision revision, int step, String why, Duration pause) {
                            told.add(why);
                        }
                    })
                    .run(Plan.upgradeTo(Target.HEAD));
        }
        assertThat(pauses).hasSize(3);
        assertThat(told)
                .hasSize(3)
                .allMatch(
                        why -> why.matches(
                                "(?i)canceling statement due to lock timeout \\(SQLSTATE 55P03\\)\\. .*in the way:"
                                        + " process \\d+ \\(application .+, idle in transaction, open for .+\\): .*LOCK TABLE a .+"))
                .noneMatch(why -> why.contains("\n"));
        assertThat(runs.columns("a")).containsExactly("b", "id");
        assertThat(runs.relations()).contains("c");
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        Pauses pauses = new Pauses(RunSettings.DEFAULT, new java.util.Random(1));
        List<Duration> all = new ArrayList<>();
        while (pauses.hasNext()) {
            all.add(pauses.next());
        }
        assertThat(all).hasSize(19).contains(Duration.ofSeconds(30));
        assertThat(all).allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void givesUpNamingWhoIsInTheWay() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "");
        runs.upgrade("head");
        files.write("2", "1", "op.execute(\"ALTER TABLE a ADD b int\");", "");
        try (SqlSession other = SqlSession.open(database)) {
            other.execute("SET application_name = 'reporting'");
            other.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
            runs.with(RunSettings.DEFAULT.withLockTimeout(Duration.ofMillis(10)).withTries(3));
            assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(DatabaseException.class, e -> {
                assertThat(e.sqlState()).isEqualTo("55P03");
                assertThat(e.reason())
                        .contains("after 3 tries")
                        .contains("application reporting")
                        .contains("LOCK TABLE a");
            });
        }
        assertThat(runs.rows()).containsExactly("1");
    }

    /** Of two open transactions only one holds what is wanted; after the wait nobody could tell which. */
    @Test
    void namesTheOneThatHoldsTheLock() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"CREATE TABLE b (id int)\");", "");
        runs.upgrade("head");
        files.write("2", "1", "op.execute(\"ALTER TABLE a ADD b int\");", "");
        try (SqlSession idle = SqlSession.open(database);
                SqlSession holder = SqlSession.open(database)) {
            idle.execute("BEGIN; LOCK TABLE b IN ACCESS SHARE MODE");
            holder.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
            runs.with(RunSettings.DEFAULT.withLockTimeout(Duration.ofSeconds(2)).withTries(1));
            assertThatThrownBy(() -> runs.upgrade("head"))
                    .hasMessageContaining("In the way:")
                    .hasMessageContaining("LOCK TABLE a")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("LOCK TABLE b"));
        }
    }

    /** Whoever waits for a moment alone may be too quick for any look; what the statement names tells all the same. */
    @Test
    void namesTheOneThatHoldsTheLockHoweverShortTheWait() {
        files.write(
                "1",
                "",
                "op.execute(\"CREATE TABLE \\\"A\\\" (id int); CREATE TABLE b (id int); CREATE INDEX i ON b (id)\");",
                "");
        runs.upgrade("head");
        try (SqlSession idle = SqlSession.open(database);
                SqlSession holder = SqlSession.open(database)) {
            idle.execute("BEGIN; LOCK TABLE b IN ACCESS SHARE MODE");
            holder.execute("BEGIN; LOCK TABLE \"A\" IN ACCESS SHARE MODE");
            runs.with(RunSettings.DEFAULT.withLockTimeout(Duration.ofMillis(1)).withTries(1));
            files.write("2", "1", "op.execute(\"ALTER TABLE \\\"A\\\" ADD c int\");", "");
            assertThatThrownBy(() -> runs.upgrade("head"))
                    .hasMessageContaining("LOCK TABLE \"A\"")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("LOCK TABLE b"));
            files.write("2", "1", "op.execute(\"DROP INDEX i\");", "");
            assertThatThrownBy(() -> runs.upgrade("head"))
                    .hasMessageContaining("LOCK TABLE b")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("LOCK TABLE \"A\""));
        }
    }
}
