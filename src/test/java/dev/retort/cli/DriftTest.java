package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that somebody changes by hand. */
class DriftTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatNoRevisionMade() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        revision("0001", "", "op.createTable(\"thing\", bigint(\"id\").notNull(), text(\"name\"));");
        revision("0002", "\"0001\"", "op.createTable(\"other\", bigint(\"id\"));");
        revision("0003", "\"0001\"", "op.addColumn(\"thing\", text(\"more\"));");
        Database database = TestServer.fresh();
        assertThat(on(database, "drift").err()).contains("No drift", "up to the base");
        assertThat(on(database, "upgrade", "0002").code()).isZero();
        Ran none = on(database, "drift");
        assertThat(none.code()).as(none.all()).isZero();

        try (SqlSession session = SqlSession.open(database)) {
            session.execute("ALTER TABLE thing DROP COLUMN name; CREATE INDEX by_hand ON other (id)");
        }
        Ran some = on(database, "drift");
        assertThat(some.code()).as(some.all()).isEqualTo(1);
        assertThat(some.out()).contains("drop column thing.name", "by_hand");
        assertThat(some.err()).contains("2 changes", "diff --from database --to revisions@0002");
        assertThat(on(database, "drift", "--format", "json").out())
                .contains("\"status\" : \"drift\"", "\"from\" : \"revisions@0002\"", "\"kind\" : \"create_index\"");
        assertThat(on(database, "upgrade", "heads").code()).isZero();
        assertThat(on(database, "drift").err()).contains("2 changes", "up to 0002, 0003");
    }

    @Test
    void whatNoRevisionSpeaksOfIsListedAndStays() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        revision("0001", "", "op.createTable(\"thing\", bigint(\"id\").notNull());");
        revision("0002", "\"0001\"", "op.execute(\"CREATE TABLE passing (id int)\");");
        revision("0003", "\"0002\"", "op.execute(\"DROP TABLE passing\");");
        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "head").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE stranger (id serial PRIMARY KEY, note text);"
                    + "COMMENT ON TABLE stranger IS 'mine'; CREATE VIEW seen AS SELECT id FROM thing;"
                    + "CREATE TYPE mood AS ENUM ('a')");
        }
        Ran drift = on(database, "drift");
        assertThat(drift.code()).as(drift.all()).isZero();
        assertThat(drift.err())
                .contains(
                        "info unmanaged-table public.stranger: table stranger is made by no revision",
                        "info unmanaged-view public.seen",
                        "info unmanaged-enum public.mood",
                        "No drift");
        Files.writeString(
                folder.resolve("retort.toml"),
                Files.readString(folder.resolve("retort.toml")) + "\n[env.live]\nurl = \"" + Addresses.url(database)
                        + "\"\n");
        Ran back = Ran.in(
                folder,
                TestProject.scratch(),
                "diff",
                "--from",
                "env:live",
                "--to",
                "revisions@0003",
                "--format",
                "sql");
        assertThat(back.out()).contains("-- info unmanaged-view public.seen").doesNotContainPattern("(?m)^DROP");
        assertThat(on(database, "diff", "--from", "revisions", "--to", "database")
                        .out())
                .isEmpty();

        // Of what is not looked at there is no drift.
        assertThat(on(database, "drift", "--include", "stranger", "--schemas", "pubic,public")
                        .all())
                .contains(
                        "--include \"stranger\" matches no relation of either side",
                        "neither side has a schema \"pubic\" of --schemas");

        Ran strict = on(database, "drift", "--strict");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out()).contains("create table stranger", "create view seen", "create enum mood");
        assertThat(on(database, "diff", "--from", "database", "--to", "revisions", "--strict")
                        .out())
                .contains("drop table stranger", "drop view seen");

        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE passing (id int)");
        }
        assertThat(on(database, "drift").out())
                .as("a revision made it, and another took it away")
                .contains("create table passing");
    }

    private void revision(String id, String revises, String upgrade) throws IOException {
        Path file = folder.resolve("db/shop/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package shop.migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "x", created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, revises, id, upgrade));
    }

    private Ran on(Database database, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--url";
        all[args.length + 1] = Addresses.url(database);
        return Ran.in(folder, TestProject.scratch(), all);
    }

    /** Who looks at what somebody did writes no revision, and can answer nothing. */
    @Test
    void whatToWriteIntoARevisionIsNoWord() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        revision("0001", "", "op.createTable(\"thing\", bigint(\"id\").notNull(), text(\"note\"));");
        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "head").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("DROP TABLE thing; CREATE TABLE other (id bigint NOT NULL, note text)");
        }
        Ran drift = on(database, "drift", "--strict");
        assertThat(drift.code()).as(drift.all()).isEqualTo(1);
        assertThat(drift.all()).contains("drop table thing").doesNotContain("--rename", "above the drop");
    }

    @Test
    void aVersionTableOfAnotherShapeHasACure() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        revision("0001", "", "op.createTable(\"thing\", bigint(\"id\").notNull());");
        Database database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE retort_version (version_num varchar(32))");
        }
        for (String[] command : new String[][] {{"current"}, {"upgrade", "head"}, {"stamp", "0001", "--purge"}}) {
            Ran ran = on(database, command);
            assertThat(ran.code()).as(ran.all()).isEqualTo(3);
            assertThat(ran.err()).contains("no column revision", "DROP TABLE", "retort --", " stamp REV");
        }
    }
}
