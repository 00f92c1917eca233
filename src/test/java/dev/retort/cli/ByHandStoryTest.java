package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that a person fills, where no comparison can help; by the real launcher. */
class ByHandStoryTest {

    @TempDir
    Path folder;

    private StoryProject project;

    @BeforeEach
    void project() {
        project = new StoryProject(folder);
    }

    @Test
    void boundParametersOfEveryTypeAndTheSameInAScript() {
        project.revision("0001", "", """
                op.createTable("config", text("name"), bool("active"), uuid("token"), timestamptz("since"), date("day"),
                        numeric("price", 12, 2), jsonb("options"), bytea("seal"), column("tags", "text[]"), bigint("big"), text("gone"));
                op.execute("INSERT INTO config (name, active) VALUES (:name, true)", Map.of("name", "it's :name \\\\ \\"x\\""));
                """, "op.dropTable(\"config\");");
        project.done("revision", "-m", "switch it off");
        project.edit("upgrade(Operations op) {", """
                upgrade(Operations op) {
                        java.util.Map<String, Object> values = new java.util.HashMap<>();
                        values.put("name", "it's :name \\\\ \\"x\\"");
                        values.put("token", java.util.UUID.fromString("00000000-0000-0000-0000-00000000002a"));
                        values.put("since", java.time.Instant.parse("2026-01-02T03:04:05.678Z"));
                        values.put("day", java.time.LocalDate.of(2026, 2, 28));
                        values.put("price", new java.math.BigDecimal("-12.50"));
                        values.put("options", "{\\"a\\": [1, null]}");
                        values.put("seal", new byte[] {0, 1, (byte) 0xff});
                        values.put("tags", java.util.List.of("a,b", "c\\"d"));
                        values.put("big", Long.MIN_VALUE);
                        values.put("gone", null);
                        op.execute(
                                "UPDATE config SET active = false, token = :token, since = :since, day = :day, price = :price,"
                                        + " options = :options::jsonb, seal = :seal, tags = :tags, big = :big, gone = :gone"
                                        + " WHERE name = :name",
                                values);
                """);
        project.done("upgrade", "head");
        String query = "SELECT row_to_json(config) FROM config";
        assertThat(project.rows(query))
                .singleElement()
                .asString()
                .contains(
                        "\"active\":false",
                        "\"token\":\"00000000-0000-0000-0000-00000000002a\"",
                        "\"day\":\"2026-02-28\"",
                        "\"price\":-12.50",
                        "\"seal\":\"\\\\x0001ff\"",
                        "\"tags\":[\"a,b\",\"c\\\"d\"]",
                        "\"big\":-9223372036854775808",
                        "\"gone\":null");

        Database other = TestServer.fresh();
        StoryProject.behind(other, project.done("upgrade", "head", "--sql").out());
        assertThat(StoryProject.rows(other, query)).isEqualTo(project.rows(query));
    }

    @Test
    void seedDataAsRevisions() {
        project.revision("0001", "", """
                op.createTable("terms", integer("version"), bool("active"), text("wording"));
                op.insert("terms", "version", "active", "wording").values(1, true, "Old.");
                """, "op.dropTable(\"terms\");");
        project.revision("0002", "0001", """
                op.execute("UPDATE terms SET active = false WHERE version = :version", Map.of("version", 1));
                op.insert("terms", "version", "active", "wording").values(2, true, \"""
                        First: it's a long text,
                          with "quotes" and an indent; and a ; in it.

                        Last line.
                        \""");
                """, """
                op.execute("DELETE FROM terms WHERE version = :version", Map.of("version", 2));
                op.execute("UPDATE terms SET active = true WHERE version = :version", Map.of("version", 1));
                """);
        project.done("upgrade", "head");
        String active = "SELECT version || ': ' || wording FROM terms WHERE active";
        assertThat(project.rows(active))
                .containsExactly(
                        "2: First: it's a long text,\n  with \"quotes\" and an indent; and a ; in it.\n\nLast line.\n");
        project.done("downgrade", "-1");
        assertThat(project.rows(active)).containsExactly("1: Old.");
        assertThat(project.rows("SELECT count(*) FROM terms")).containsExactly("1");
    }

    @Test
    void anIdempotentRevisionAsksFirst() {
        project.revision("0001", "", "op.createTable(\"config\", text(\"key\"), integer(\"value\"));", "");
        project.revision("0002", "0001", """
                if (op.query("SELECT 1 FROM config WHERE key = :key", Map.of("key", "limit")).isEmpty()) {
                    op.insert("config", "key", "value").values("limit", 10);
                }
                """, "");
        project.done("upgrade", "head");
        project.done("stamp", "0001");
        StoryProject.behind(project.development(), "UPDATE config SET value = 11");
        project.done("upgrade", "head");
        assertThat(project.rows("SELECT value FROM config")).containsExactly("11");
        Launched script = project.with(2, "upgrade", "head", "--sql");
        assertThat(script.err())
                .contains("Revision 0002 (step 0002) cannot be printed", "op.query(…) needs a database");
        assertThat(script.out()).isEmpty();
    }

    @Test
    void aLargeTableInChunks() {
        project.revision("0001", "", """
                op.createTable("stock", bigint("id").notNull(), integer("n"), primaryKey("stock_pkey", "id"));
                op.execute("INSERT INTO stock SELECT i, i FROM generate_series(1, 100) i");
                """, "op.dropTable(\"stock\");");
        project.revision("0002", "0001", "op.inBatches(\"stock\", \"id\", 10).set(\"n = 100 / (n - 57) \");", "");
        project.done("upgrade", "0001");
        Launched failed = project.with(3, "upgrade", "head", "-v");
        assertThat(failed.err()).contains("division by zero", "stock: 50 of about 100 rows");
        assertThat(project.rows("SELECT count(*) FROM stock WHERE n <> id")).containsExactly("50");
        StoryProject.behind(project.development(), "UPDATE stock SET n = 58 WHERE id = 57");
        Launched resumed = project.done("upgrade", "head", "-v");
        assertThat(resumed.all()).contains("stock: 100 of about 100 rows, 50 changed");
        assertThat(project.rows("SELECT revision FROM retort_version")).containsExactly("0002");
    }

    @Test
    void whatCannotBeReversedIsSaidBeforeAnythingIsTouched() {
        project.revision("0001", "");
        project.revision("0002", "0001", "", "throw new IrreversibleRevisionException(\"the old texts are gone\");");
        project.revision("0003", "0002");
        project.done("upgrade", "head");
        Launched refused = project.with(4, "downgrade", "base");
        assertThat(refused.err()).contains("0002", "the old texts are gone", "Nothing was changed");
        assertThat(project.rows("SELECT revision FROM retort_version")).containsExactly("0003");
        assertThat(project.rows("SELECT count(*) FROM pg_tables WHERE tablename = 't_0003'"))
                .containsExactly("1");
    }

    @Test
    void objectsThatJpaDoesNotKnow() {
        project.entity("Customer", "private String name;");
        project.done("revision", "--autogenerate", "-m", "create the schema", "--no-proof");
        project.revision("0002", "0001", """
                op.execute("CREATE TABLE events (id bigint PRIMARY KEY, what text)");
                op.execute(\"""
                        CREATE FUNCTION forbid() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            RAISE EXCEPTION 'events stay';
                        END
                        $$\""");
                op.execute("CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION forbid()");
                op.execute("ALTER TABLE customer ENABLE ROW LEVEL SECURITY");
                op.execute("CREATE POLICY mine ON customer USING (name = current_user)");
                """, """
                op.execute("DROP POLICY mine ON customer");
                op.execute("ALTER TABLE customer DISABLE ROW LEVEL SECURITY");
                op.execute("DROP TABLE events");
                op.execute("DROP FUNCTION forbid()");
                """);
        project.done("upgrade", "head");
        StoryProject.behind(project.development(), "INSERT INTO events VALUES (1, 'made')");
        assertThat(project.done("check").all()).contains("No differences");

        project.entity("Customer", "private String name; private String tier;");
        Launched generated = project.done("revision", "--autogenerate", "-m", "add tier", "--no-proof");
        assertThat(generated.all()).contains("mine");
        assertThat(project.newest())
                .contains("op.addColumn(\"customer\", varchar(\"tier\", 255));", "unmanaged-policy")
                .doesNotContain("events", "forbid", "dropTable");
        project.done("upgrade", "head");
        assertThat(project.rows("SELECT polname FROM pg_policy")).containsExactly("mine");
        project.done("downgrade", "0001", "--yes");
        assertThat(project.rows("SELECT count(*) FROM pg_proc WHERE proname = 'forbid'"))
                .containsExactly("0");
    }
}
