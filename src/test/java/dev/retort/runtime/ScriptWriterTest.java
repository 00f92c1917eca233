package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptWriterTest {

    @TempDir
    Path folder;

    private RevisionFiles files;

    @BeforeEach
    void files() {
        files = new RevisionFiles(folder);
        files.write(
                "1",
                "",
                "op.createEnum(\"tier\", \"A\"); op.execute(\"CREATE TABLE a (t tier)\");",
                "op.execute(\"DROP TABLE a\"); op.dropEnum(\"tier\");");
        files.write("2", "1", """
                op.addEnumValue("tier", "B");
                op.execute("INSERT INTO a VALUES (:t)", java.util.Map.of("t", "B"));
                op.createIndex("a_t_idx").on("a", "t").concurrently();
                op.execute("ALTER TABLE a ADD b int -- why");
                """, "op.irreversible(\"a value stays\");");
    }

    @Test
    void showsTheTransactionsOfARun() {
        String script = script(Plan.upgradeTo(Target.HEAD), List.of());
        assertThat(script.replaceAll("source:[0-9a-f]{64}", "source:…")).isEqualToIgnoringWhitespace("""
                SET search_path = public;
                DO $retort$ BEGIN IF NOT (to_regclass('"public"."retort_version"') IS NULL) THEN RAISE EXCEPTION USING
                MESSAGE = 'this script begins at the base, and the database stands elsewhere; nothing was changed'; END IF; END $retort$;

                -- upgrade 1 (step 1)
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                CREATE TYPE tier AS ENUM ('A');
                CREATE TABLE a (t tier);
                CREATE TABLE IF NOT EXISTS "public"."retort_version" (revision text NOT NULL CONSTRAINT retort_version_pkey PRIMARY KEY);
                INSERT INTO "public"."retort_version" (revision) VALUES ('1');
                CREATE TABLE IF NOT EXISTS "public"."retort_history" (id bigint GENERATED ALWAYS AS IDENTITY
                CONSTRAINT retort_history_pkey PRIMARY KEY, revision text NOT NULL, action text NOT NULL, checksum text,
                done_at timestamptz NOT NULL DEFAULT now(), done_by text NOT NULL DEFAULT current_user,
                client text DEFAULT host(inet_client_addr()), milliseconds bigint);
                INSERT INTO "public"."retort_history" (revision, action, checksum) VALUES ('1', 'upgrade', 'source:…');
                COMMIT;

                -- upgrade 2 (step 2)
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                ALTER TYPE tier ADD VALUE 'B';
                COMMIT;
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                INSERT INTO a VALUES ('B');
                COMMIT;
                CREATE INDEX CONCURRENTLY a_t_idx ON a (t);
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                ALTER TABLE a ADD b int -- why
                ;
                UPDATE "public"."retort_version" SET revision = '2' WHERE revision = '1';
                INSERT INTO "public"."retort_history" (revision, action, checksum) VALUES ('2', 'upgrade', 'source:…');
                COMMIT;
                """);
    }

    @Test
    void whatItWritesIsWhatARunDoes() {
        Database database = TestServer.fresh();
        Runs runs = new Runs(database, files);
        for (String statement : SqlSplitter.split(script(Plan.upgradeTo(Target.HEAD), List.of()))) {
            runs.execute(statement.replace("CONCURRENTLY ", ""));
        }
        assertThat(runs.rows()).containsExactly("2");
        assertThat(runs.upgrade("head").ran()).isEmpty();
        String again = script(Plan.upgradeTo(Target.HEAD), List.of("1"));
        assertThatThrownBy(() -> runs.execute(SqlSplitter.split(again).get(1)))
                .hasMessageContaining("this script begins at 1, and the database stands elsewhere");
        runs.execute("UPDATE retort_version SET revision = '1'");
        script(Plan.downgradeTo(Target.BASE), List.of("1"))
                .lines()
                .filter(l -> l.endsWith(";"))
                .forEach(runs::execute);
        assertThat(runs.relations()).isEmpty();
        TestServer.drop(database);
    }

    @Test
    void refusesWhatOnlyADatabaseCanAnswer() {
        assertThatThrownBy(() -> script(Plan.downgradeTo(Target.BASE), List.of("2")))
                .hasMessageContaining("a value stays");
        files.write("3", "2", "op.query(\"SELECT 1\");", "");
        assertThatThrownBy(() -> script(Plan.upgradeTo(Target.HEAD), List.of()))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("Revision 3 (step 3) cannot be printed");
    }

    private String script(Plan.Planner planner, List<String> rows) {
        SourceRevisionLoader loader = files.loader();
        return new ScriptWriter(loader, RunSettings.DEFAULT).write(planner.plan(loader.graph(), rows), rows);
    }
}
