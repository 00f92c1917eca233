package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision whose proof fails is kept and marked, and nothing passes it over until somebody has dealt with it. */
class FailedProofTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void oneRevisionAndAnEdit() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        variables.putAll(TestProject.scratch());
        entity("");
        Ran first = run("revision", "--autogenerate", "-m", "first");
        assertThat(first.code()).as(first.all()).isZero();
        entity("@Column(nullable = false, length = 20) String tag;");
    }

    @Test
    void theFileIsKeptAndMarkedAndNothingPassesIt() throws IOException {
        Ran generated = run("revision", "--autogenerate", "-m", "tag");
        assertThat(generated.code()).as(generated.all()).isEqualTo(1);
        assertThat(generated.out())
                .contains(
                        "proof failed",
                        "retort verify",
                        "@dev.retort.migration.Acknowledged(value = \"proof-failed\", because = \"…\")");
        Path file = folder.resolve("db/shop/migrations/R0002_Tag.java");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).anyMatch(line -> line.startsWith("@Warning(") && line.contains("\"proof-failed\""));
        int statement = 1
                + IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).contains("op.addColumn("))
                        .findFirst()
                        .orElseThrow();
        assertThat(generated.out()).contains("R0002_Tag.java:" + statement);
        // In the file itself a line's number would be another one after the next edit: it quotes the statement.
        assertThat(String.join(" ", lines))
                .contains("{@code ALTER TABLE thing ADD COLUMN tag")
                .doesNotContain("R0002_Tag.java:");

        Ran check = run("check");
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.out()).contains("proof-failed", "0002");
        assertThat(run("diff", "--from", "revisions@0001", "--to", "model", "--format", "json")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("\"risks\" : [ { \"rule\" : \"required-column-without-default\", \"level\" : \"error\"");
        assertThat(run("check", "--format", "json").out()).contains("\"status\" : \"unacknowledged\"");
        Ran verify = run("verify");
        assertThat(verify.code()).as(verify.all()).isEqualTo(1);
        assertThat(verify.out())
                .contains("failed  0002", "at \"upgrade\"", "skipped base", "Not tried, as a revision failed before.");

        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "0001").code()).isZero();
        Files.writeString(
                folder.resolve("retort.toml"),
                Files.readString(folder.resolve("retort.toml")) + "\n[env.production]\nurl = \""
                        + Addresses.url(database) + "\"\nprotected = true\n");
        Ran refused = run("upgrade", "head", "-e", "production", "--yes");
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.err())
                .contains(
                        "@dev.retort.migration.Acknowledged(value = \"proof-failed\"",
                        "@dev.retort.migration.Acknowledged(value = \"required-column-without-default\"");
        Ran plan = run("upgrade", "head", "-e", "production", "--plan");
        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.err()).contains("warning proof-failed: revision 0002 (tag) carries this error");
        Ran warned = on(database, "upgrade", "head");
        assertThat(warned.code()).as(warned.all()).isZero();
        assertThat(warned.err()).contains("proof-failed");
    }

    @Test
    void aCorrectedFileIsToldToLoseItsMark() throws IOException {
        run("revision", "--autogenerate", "-m", "tag");
        Path file = folder.resolve("db/shop/migrations/R0002_Tag.java");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace(
                        "op.addColumn(\"thing\", varchar(\"tag\", 20).notNull());",
                        "op.addColumn(\"thing\", varchar(\"tag\", 20)); op.execute(\"UPDATE thing SET tag = 'none'\");"
                                + " op.alterColumn(\"thing\", \"tag\").notNull();"));
        Ran told = run("verify");
        assertThat(told.code()).as(told.all()).isEqualTo(1);
        assertThat(told.out()).contains("the proof holds now", "required-column-without-default");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("@Warning\\([^)]*\\)", "")
                        .replace("import dev.retort.migration.Warning;", ""));
        Ran verify = run("verify");
        assertThat(verify.code()).as(verify.all()).isZero();
        assertThat(run("check").code()).isZero();
    }

    @Test
    void anAcknowledgedFailureIsNoted() throws IOException {
        run("revision", "--autogenerate", "-m", "tag");
        Path file = folder.resolve("db/shop/migrations/R0002_Tag.java");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "public final class",
                                "@dev.retort.migration.Acknowledged(value = \"proof-failed\", because = \"things are new\")\n"
                                        + "@dev.retort.migration.Acknowledged(value = \"required-column-without-default\", because = \"things are new\")\n"
                                        + "public final class"));
        Ran verify = run("verify");
        assertThat(verify.code()).as(verify.all()).isZero();
        assertThat(verify.out())
                .contains("the file says why this is fine", "failed before its end, as its file acknowledges")
                .doesNotContain("no way back");
        assertThat(run("check").code()).isZero();
    }

    @Test
    void aDatabaseThatWasChangedByHandIsNamed() throws IOException {
        entity("@Column(length = 20) String tag;");
        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "head").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("ALTER TABLE thing ADD COLUMN extra int");
            session.execute("CREATE TABLE other (id int PRIMARY KEY)");
        }
        Ran generated = on(database, "revision", "--autogenerate", "-m", "tag");
        assertThat(generated.code()).as(generated.all()).isEqualTo(1);
        assertThat(generated.out())
                .contains("is not what its revisions make", "add column thing.extra")
                .doesNotContain("create table other");
    }

    @Test
    void theCureOfTheWarningStandsLastAndWhatIsLeftAloneDoesNotCount() throws IOException {
        Database database = TestServer.fresh();
        Ran upgraded = on(database, "upgrade", "head");
        assertThat(upgraded.code()).as(upgraded.all()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE VIEW points AS SELECT count(*) FROM thing");
            session.execute("CREATE TABLE other (id int PRIMARY KEY, n int)");
            session.execute("CREATE INDEX other_n ON other (n)");
        }
        Ran printed = on(database, "revision", "--autogenerate", "-m", "tag", "--stdout");
        assertThat(printed.code()).as(printed.all()).isEqualTo(1);
        assertThat(lastLine(printed.all())).startsWith("  fix: ").contains("--backfill thing.tag=");

        Ran generated = on(database, "revision", "--autogenerate", "-m", "tag");
        assertThat(generated.code()).as(generated.all()).isEqualTo(1);
        assertThat(generated.out())
                .contains("delete db/shop/migrations/R0002_Tag.java first")
                .doesNotContain("statement: ")
                .doesNotContain("is not what its revisions make");
        assertThat(lastLine(generated.out())).startsWith("  fix: ").contains("--backfill thing.tag=");
        Ran again = on(database, "revision", "--autogenerate", "-m", "tag", "--backfill", "thing.tag=NONE");
        assertThat(again.err())
                .containsPattern(
                        "fix: Where 0002 comes from the same edit, delete \\S+R0002_Tag.java and run the command again,")
                .containsPattern("Else run: retort .*upgrade head");
        Files.delete(folder.resolve("db/shop/migrations/R0002_Tag.java"));
        assertThat(on(database, "revision", "--autogenerate", "-m", "tag", "--no-proof")
                        .out())
                .endsWith("To run the command again with an option that a warning names, delete"
                        + " db/shop/migrations/R0002_Tag.java first.\n");
    }

    @Test
    void aValueThatLeavesIsMappedByTheLastLine() throws IOException {
        entity("@Enumerated(EnumType.STRING) @Column(length = 20) Mood mood; enum Mood { GOOD, BAD }");
        assertThat(run("revision", "--autogenerate", "-m", "mood").code()).isZero();
        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "head").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE other (id int PRIMARY KEY)");
        }
        entity("@Enumerated(EnumType.STRING) @Column(length = 20) Mood mood; enum Mood { GOOD, WORSE }");
        Ran generated = on(database, "revision", "--autogenerate", "-m", "worse");
        assertThat(generated.code()).as(generated.all()).isEqualTo(1);
        assertThat(generated.out()).doesNotContain("is not what its revisions make");
        assertThat(lastLine(generated.out())).startsWith("  fix: ").contains("--map thing.mood.BAD=WORSE");

        Files.delete(folder.resolve("db/shop/migrations/R0003_Worse.java"));
        entity("@Enumerated(EnumType.ORDINAL) Mood mood; enum Mood { GOOD, BAD }");
        assertThat(lastLine(on(database, "revision", "--autogenerate", "-m", "places")
                        .out()))
                .startsWith("  fix: ")
                .contains(
                        "(\"thing\", \"mood\").type(\"smallint\").using(\"CASE mood WHEN 'GOOD' THEN 0 WHEN 'BAD' THEN 1 END\")");
    }

    private static String lastLine(String text) {
        List<String> lines = text.strip().lines().toList();
        return "  " + lines.get(lines.size() - 1).strip();
    }

    private void entity(String attribute) throws IOException {
        TestEntities.compile(folder, "shop/Thing.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Thing {
                    @Id Long id;
                    %s
                }
                """.formatted(attribute));
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return run(all.toArray(String[]::new));
    }
}
