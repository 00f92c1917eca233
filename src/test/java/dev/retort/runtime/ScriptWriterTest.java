package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
        String table = """
                CREATE TABLE IF NOT EXISTS "public"."retort_step" (revision text NOT NULL, direction text NOT NULL, step_no integer NOT NULL,
                sql_hash text NOT NULL, done_at timestamptz, CONSTRAINT retort_step_pkey PRIMARY KEY (revision, direction, step_no));
                """;
        assertThat(script.replace(AdvisoryLock.keyExpression("public"), "KEY")
                        .replace(AdvisoryLock.workKeyExpression("public"), "WORK")
                        .replaceAll("source:[0-9a-f]{64}", "source:…")
                        .replaceAll("'[0-9a-f]{64}'", "'…'"))
                .isEqualToIgnoringWhitespace("""
                -- Run it with: psql -v ON_ERROR_STOP=1 -f FILE
                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SET search_path = public;
                SET DateStyle = 'ISO';
                SET TimeZone = 'UTC';
                SET lock_timeout = 0;
                SET statement_timeout = 0;
                DO $retort$
                DECLARE
                    lock bigint := KEY;
                    work bigint := WORK;
                    place text := 'the base';
                    trouble text;
                BEGIN
                    IF NOT pg_try_advisory_lock(lock) THEN
                        RAISE EXCEPTION 'another run is going on in this database; nothing was changed';
                    END IF;
                    IF pg_try_advisory_lock(work) THEN
                        PERFORM pg_advisory_unlock(work);
                    ELSE
                        trouble := 'a statement of an earlier run still goes on in this database';
                    END IF;
                    IF to_regclass('"public"."retort_version"') IS NOT NULL THEN
                        SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), place) INTO place FROM "public"."retort_version";
                    END IF;
                    IF place <> 'the base' THEN
                        trouble := 'this script begins at the base, and the database stands at ' || place;
                    ELSIF to_regclass('"public"."retort_step"') IS NOT NULL THEN
                        trouble := 'a revision is half done in this database, see retort current';
                    END IF;
                    IF trouble IS NOT NULL THEN
                        PERFORM pg_advisory_unlock(lock);
                        RAISE EXCEPTION USING MESSAGE = trouble || '; nothing was changed';
                    END IF;
                END
                $retort$;

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
                """ + table + """
                INSERT INTO "public"."retort_step" (revision, direction, step_no, sql_hash, done_at) VALUES ('2', 'UPGRADE', 1, '…', now());
                COMMIT;
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                INSERT INTO a VALUES ('B');
                INSERT INTO "public"."retort_step" (revision, direction, step_no, sql_hash, done_at) VALUES ('2', 'UPGRADE', 2, '…', now());
                COMMIT;
                INSERT INTO "public"."retort_step" (revision, direction, step_no, sql_hash, done_at) VALUES ('2', 'UPGRADE', 3, '…', NULL);
                CREATE INDEX CONCURRENTLY a_t_idx ON a (t);
                UPDATE "public"."retort_step" SET done_at = now() WHERE revision = '2' AND direction = 'UPGRADE' AND step_no = 3;
                BEGIN;
                SET LOCAL lock_timeout = '2000ms';
                ALTER TABLE a ADD b int -- why
                ;
                SET client_min_messages = warning;
                DROP TABLE IF EXISTS "public"."retort_step", "public"."retort_batch";
                UPDATE "public"."retort_version" SET revision = '2' WHERE revision = '1';
                INSERT INTO "public"."retort_history" (revision, action, checksum) VALUES ('2', 'upgrade', 'source:…');
                RESET client_min_messages;
                COMMIT;

                DO $retort$ BEGIN PERFORM pg_advisory_unlock(KEY); END $retort$;
                """);
    }

    @Test
    void aScriptAndARunKeepEachOtherAway() {
        Database database = TestServer.fresh();
        Runs runs = new Runs(database, files);
        String begin = SqlSplitter.split(script(Plan.upgradeTo(Target.HEAD), List.of()))
                .get(7);
        AdvisoryLock held = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT);
        assertThatThrownBy(() -> runs.execute(begin)).hasMessageContaining("another run is going on");
        held.close();
        try (Connection working = database.connect()) {
            SessionLock work;
            try (AdvisoryLock lock = AdvisoryLock.take(database, RunSettings.DEFAULT, Runs.STILL, RunListener.SILENT)) {
                work = lock.ofWork(working);
            }
            assertThatThrownBy(() -> runs.execute(begin))
                    .hasMessageContaining("a statement of an earlier run still goes on");
            work.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        runs.execute(begin);
        TestServer.drop(database);
    }

    /** A script that fails leaves what a run would: the steps that are done, and the one that nobody knows of. */
    @Test
    void aRunGoesOnWhereAScriptBrokeOff() {
        Database database = TestServer.fresh();
        Runs runs = new Runs(database, files);
        List<String> statements = SqlSplitter.split(script(Plan.upgradeTo(Target.HEAD), List.of()));
        int broken = statements.indexOf("CREATE INDEX CONCURRENTLY a_t_idx ON a (t)");
        assertThat(broken).isPositive();
        try (SqlSession session = SqlSession.open(database)) {
            statements.subList(0, broken).forEach(session::execute);
        }
        assertThat(runs.steps()).hasSize(3).last().matches(step -> !step.done());
        String again = script(Plan.upgradeTo(Target.HEAD), List.of("1"));
        assertThatThrownBy(() -> runs.execute(SqlSplitter.split(again).get(7)))
                .hasMessageContaining(
                        "a revision is half done in this database, see retort current; nothing was changed");
        RunResult result = runs.upgrade("head");
        assertThat(result.ran()).hasSize(1);
        assertThat(result.ran().get(0).resumed()).isEqualTo(2);
        assertThat(runs.steps()).isEmpty();
        TestServer.drop(database);
    }

    @Test
    void whatPsqlWouldTakeForItsOwnIsKeptFromIt() {
        assertThat(PsqlText.of("SELECT a[1:n], b::int, f(x := 1), ':n', $$:n$$, a[:\"q\"] -- :n", "1"))
                .isEqualTo("SELECT a[1: n], b::int, f(x := 1), ':n', $$:n$$, a[: \"q\"] -- :n\n;");
        assertThat(PsqlText.of("SELECT '\\! ls', E'\\'', \"\\d\" /* \\q */", "1"))
                .endsWith("/* \\q */;");
        for (String sql : List.of("\\! ls", "SELECT 1 \\gexec", "SELECT 'a", "SELECT 1 /* b", "SELECT $x$ c $y$")) {
            assertThatThrownBy(() -> PsqlText.of(sql, "Revision 7 (data)"))
                    .isInstanceOf(RevisionException.class)
                    .hasMessageContaining("Revision 7 (data) cannot be printed");
        }
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
        assertThatThrownBy(() -> runs.execute(SqlSplitter.split(again).get(7)))
                .hasMessageContaining("this script begins at 1, and the database stands at 2");
        runs.execute("UPDATE retort_version SET revision = '1'");
        script(Plan.downgradeTo(Target.BASE), List.of("1"))
                .lines()
                .dropWhile(l -> !l.startsWith("-- downgrade"))
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
