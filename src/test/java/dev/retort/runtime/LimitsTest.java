package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.Gate;
import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time limits that the server has while a statement runs, as an event trigger notes them. */
class LimitsTest {

    @TempDir
    Path folder;

    private static final String CONCURRENTLY = "op.createIndex(\"a_i_idx\").on(\"a\", \"i\").concurrently();";

    @Test
    void areByKindOfStatement() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        runs.execute(
                "CREATE TABLE seen (n serial, tag text, lock text, statement text)",
                """
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF current_setting('application_name') = 'retort' AND tg_tag NOT IN ('DROP TABLE') THEN
                        INSERT INTO seen (tag, lock, statement)
                        VALUES (tg_tag, current_setting('lock_timeout'), current_setting('statement_timeout'));
                    END IF;
                END $$""",
                "CREATE EVENT TRIGGER see ON ddl_command_end EXECUTE FUNCTION see()");
        files.write("1", "", """
                op.createTable("a", integer("i"), integer("j"));
                op.addUnique("a", "a_j_key", "j");
                op.addColumn("a", integer("k"));
                op.alterColumn("a", "k").notNull();
                op.execute("ALTER TABLE a ADD l int");
                %s
                op.outsideTransaction(() -> op.renameColumn("a", "l", "m"));
                """.formatted(CONCURRENTLY), "");
        runs.upgrade("head");
        assertThat(runs.column("SELECT concat_ws(' ', tag, lock, statement) FROM seen WHERE n < 100 ORDER BY n"))
                .startsWith(
                        "CREATE TABLE 2s 32s",
                        "ALTER TABLE 2s 0",
                        "ALTER TABLE 2s 32s",
                        "ALTER TABLE 2s 0",
                        "ALTER TABLE 2s 0")
                .contains("CREATE INDEX 0 0", "ALTER TABLE 2s 32s");
        TestServer.drop(database);
    }

    @Test
    void oneThatIsStatedIsForAllAndNamedWhenItEndsAStatement() {
        Database database = TestServer.fresh();
        RevisionFiles files = new RevisionFiles(folder);
        Runs runs = new Runs(database, files);
        runs.with(RunSettings.DEFAULT.withStatementTimeout(Duration.ofMillis(20)));
        files.write("1", "", "op.execute(\"SELECT gate(1)\");", "");
        Gate gate = new Gate(database);
        gate.shut(1);
        assertThatThrownBy(() -> runs.upgrade("head")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.sqlState()).isEqualTo("57014");
            assertThat(e.cure()).startsWith("If it only needs more time, give it: --statement-timeout 10min");
        });
        assertThat(runs.rows()).isEmpty();
        gate.close();
        TestServer.drop(database);
    }
}
