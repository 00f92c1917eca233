package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

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

    @Test
    void goesUpAndDownAndLeavesNothingBehind() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "op.execute(\"DROP TABLE a\");");
        files.write("2", "1", "op.execute(\"ALTER TABLE a ADD b int\");", "op.execute(\"ALTER TABLE a DROP b\");");
        RunResult up = runs.upgrade("head");
        assertThat(up.ran()).extracting(ran -> ran.revision().revision().id()).containsExactly("1", "2");
        assertThat(up.after()).containsExactly("2");
        assertThat(runs.rows()).containsExactly("2");
        assertThat(runs.relations()).containsExactly("a", "retort_history", "retort_version");

        assertThat(runs.upgrade("head").ran()).isEmpty();
        assertThat(runs.downgrade("-1").after()).containsExactly("1");
        assertThat(runs.columns("a")).containsExactly("id");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
        assertThat(runs.downgrade("base").ran()).isEmpty();
    }

    @Test
    void severalHeadsAreSeveralRows() {
        files.write("a", "", "", "");
        files.write("b1", "a", "", "");
        files.write("b2", "a", "", "");
        runs.upgrade("heads");
        assertThat(runs.rows()).containsExactly("b1", "b2");
        files.write("m", "b1 b2", "", "");
        runs.upgrade("head");
        assertThat(runs.rows()).containsExactly("m");
        runs.downgrade("-1");
        assertThat(runs.rows()).containsExactly("b1", "b2");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void aFailureInTheMiddleRollsItsRevisionBackAndKeepsThoseBefore() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "");
        files.write("2", "1", "op.execute(\"CREATE TABLE b (id int)\"); op.execute(\"SELECT 1/0\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.failure()).isEqualTo("The upgrade of 2 (step 2) failed at R2.java:12");
            assertThat(e.sqlState()).isEqualTo("22012");
            assertThat(e.statement()).isEqualTo("SELECT 1/0");
            assertThat(e.reason())
                    .contains("division by zero")
                    .contains("in: SELECT 1/0")
                    .contains("Rolled back: all of 2.")
                    .contains("Kept: the upgrade of 1.");
            assertThat(e.exitCode()).isEqualTo(3);
        });
        assertThat(runs.relations()).containsExactly("a", "retort_history", "retort_version");
        assertThat(runs.rows()).containsExactly("1");
    }

    /** What stands in the way is the server's word; what to do about it is ours. */
    @Test
    void theCureIsThatOfTheKindOfCause() {
        files.write(
                "1",
                "",
                "op.execute(\"CREATE TABLE a (n int); INSERT INTO a VALUES (1), (1); CREATE VIEW v AS SELECT n FROM a\");",
                "");
        runs.upgrade("head");
        assertThat(cure("op.addUnique(\"a\", \"a_n_key\", \"n\");")).startsWith("Rows are in the way: change them, or");
        String held = "Something rests on it: where no revision made that, drop it";
        assertThat(cure("op.alterColumn(\"a\", \"n\").type(\"bigint\");")).startsWith(held);
        assertThat(cure("op.dropColumn(\"a\", \"n\");"))
                .startsWith(held)
                .endsWith("then run it again: retort upgrade head");
        assertThat(cure("op.execute(\"INSERT INTO a SELECT 'x'::int\");")).startsWith("Correct the cause, then run it");
        assertThat(cure("op.execute(\"CREATE TABLE p (n int, m int PRIMARY KEY) PARTITION BY LIST (n)\");"))
                .startsWith("Correct the cause, then run it");
    }

    private String cure(String upgrade) {
        files.write("2", "1", upgrade, "");
        return catchThrowableOfType(DatabaseException.class, () -> runs.upgrade("head"))
                .cure();
    }

    @Test
    void anOperationThatWaitsForMoreWordsFailsAtItsOwnLine() {
        files.write("1", "", "op.execute(\"SELECT 1\");\nop.addUnique(\"gone\", \"u\", \"id\");", "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.failure()).endsWith("failed at R1.java:13"));
        files.write(
                "1",
                "",
                "op.addUnique(\"gone\", \"u\", \"id\");\nop.execute(\"SELECT 1\");\nop.execute(\"SELECT 2\");",
                "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.failure()).endsWith("failed at R1.java:12"));
        // What the revision has caught is still the fault of the line that it caught it at.
        files.write(
                "1",
                "",
                "try { op.execute(\"nonsense\"); } catch (RuntimeException e) { }\nop.addUnique(\"gone\", \"u\", \"id\");",
                "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.failure()).endsWith("failed at R1.java:12"));
    }

    @Test
    void aFailureOfTheFirstLeavesNothing() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"nonsense\");", "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("Nothing was changed.");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void aSwallowedErrorFailsAllTheSame() {
        files.write(
                "1",
                "",
                "op.execute(\"CREATE TABLE a (id int)\"); try { op.execute(\"nonsense\"); } catch (RuntimeException e) {}",
                "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("nonsense");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void aFaultInTheCodeNamesItsLine() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); Object o = null; o.toString();", "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("R1.java:12")
                .hasMessageContaining("NullPointerException")
                .hasMessageContaining("Rolled back: all of 1.");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void aQuerySeesWhatCameBefore() {
        files.write("1", "", """
                op.execute("CREATE TABLE a (id int)");
                op.insert("a", "id").values(1).values(2);
                long n = op.query("SELECT count(*) AS n FROM a").get(0).number("n");
                op.execute("INSERT INTO a VALUES (:n)", java.util.Map.of("n", n * 10));
                op.run("count", connection -> { try (var s = connection.createStatement()) { s.execute("INSERT INTO a VALUES (7)"); } });
                """, "op.execute(\"DROP TABLE a\");");
        runs.upgrade("head");
        assertThat(runs.column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2", "7", "20");
    }

    @Test
    void whatCannotBeUndoneIsRefusedBeforeAnythingIsTouched() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "op.irreversible(\"rows would be lost\");");
        files.write(
                "2",
                "1",
                "op.execute(\"CREATE TABLE b (id int)\");",
                "throw new IrreversibleRevisionException(\"so it is\");");
        files.write("3", "2", "op.execute(\"CREATE TABLE c (id int)\");", "op.execute(\"DROP TABLE c\");");
        runs.upgrade("head");
        assertThatThrownBy(() -> runs.downgrade("1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Revision 2")
                .hasMessageContaining("so it is");
        assertThat(runs.rows()).containsExactly("3");
        assertThat(runs.relations()).contains("c");
        runs.stamp("1");
        assertThatThrownBy(() -> runs.downgrade("base")).hasMessageContaining("rows would be lost");
        assertThat(runs.rows()).containsExactly("1");
    }

    @Test
    void oneBehindAQueryIsRefusedInItsTransaction() {
        files.write(
                "1",
                "",
                "op.execute(\"CREATE TABLE a (id int)\");",
                "op.execute(\"DROP TABLE a\"); op.query(\"SELECT 1\"); op.irreversible(\"no\");");
        runs.upgrade("head");
        assertThatThrownBy(() -> runs.downgrade("base")).isInstanceOf(RefusedException.class);
        assertThat(runs.relations()).containsExactly("a", "retort_history", "retort_version");
    }

    @Test
    void theSearchPathOfTheUserDoesNotMatter() {
        runs.execute("CREATE SCHEMA other", "ALTER DATABASE " + runs.name() + " SET search_path = other");
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"SET search_path = other\");", "");
        files.write("2", "1", "op.execute(\"CREATE TABLE b (id int)\");", "");
        runs.upgrade("head");
        assertThat(runs.relations()).contains("a", "b");
    }

    @Test
    void aPathThatOneRevisionLeavesIsNotTheNextOnes() {
        runs.execute("CREATE SCHEMA other");
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "op.dropTable(\"a\");");
        files.write("2", "1", "op.run(\"moves\", c -> c.createStatement().execute(\"SET search_path = other\"));", "");
        files.write("3", "2", "op.createTable(\"b\", bigint(\"id\"));", "op.dropTable(\"b\");");
        files.write("4", "3", "op.createTable(\"c\", bigint(\"id\"));", "op.dropTable(\"c\");");
        runs.upgrade("head");
        assertThat(runs.relations()).contains("a", "b", "c");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void aVersionThatSomebodyMovedMeanwhileStopsTheRevisionThatWouldMoveIt() {
        files.write("1", "", "op.createTable(\"a\", bigint(\"id\"));", "op.dropTable(\"a\");");
        files.write("2", "1", "op.createTable(\"b\", bigint(\"id\"));", "op.dropTable(\"b\");");
        String theirs = "op.execute(\"UPDATE retort_version SET revision = 'theirs'\");";
        files.write("3", "2", "op.createTable(\"c\", bigint(\"id\")); " + theirs, "");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("was changed by somebody else")
                .hasMessageContaining("0 rows were met where there should be 1; this revision is rolled back.");
        assertThat(runs.relations()).contains("a", "b").doesNotContain("c");
        assertThat(runs.rows()).containsExactly("2");
    }

    @Test
    void anUnknownRowSaysHowToRecover() {
        files.write("1", "", "", "");
        runs.upgrade("head");
        files.write("2", "1", "", "");
        runs.stamp("9999");
        assertThatThrownBy(() -> runs.upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("9999")
                .hasMessageContaining("--purge");
    }

    @Test
    void aRevisionThatDoesNotCompileStopsTheRunBeforeItBegins() {
        files.write("1", "", "op.execute(\"CREATE TABLE a (id int)\");", "");
        files.write("2", "1", "op.nonsense();", "");
        assertThatThrownBy(() -> runs.upgrade("head")).hasMessageContaining("do not compile");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void threeHundredRevisions() {
        for (int i = 1; i <= 300; i++) {
            files.write(
                    "" + i,
                    i == 1 ? "" : "" + (i - 1),
                    "op.execute(\"CREATE TABLE t" + i + " (id int)\");",
                    "op.execute(\"DROP TABLE t" + i + "\");");
        }
        assertThat(runs.upgrade("head").ran()).hasSize(300);
        assertThat(runs.downgrade("base").ran()).hasSize(300);
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void thePlanShowsWhatWouldRun() {
        files.write("1", "", "", "");
        files.write("2", "1", "", "");
        assertThat(Standing.of(database, "public")
                        .plan(Plan.upgradeTo(Target.HEAD), files.loader().graph())
                        .revisions())
                .extracting(r -> r.id())
                .isEqualTo(List.of("1", "2"));
        assertThat(runs.relations()).isEmpty();
    }
}
