package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade that is cut in two by the application's deployment. */
class PhasesTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        Database database = TestServer.fresh();
        variables.putAll(Addresses.password(database));
        variables.put("RETORT_URL", Addresses.url(database));
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\n");
        write("0001", "", "", "op.createTable(\"note\", text(\"body\"), text(\"old\"));");
        write("0002", "0001", "", "op.addColumn(\"note\", text(\"title\"));");
        write("0003", "0002", "@AfterDeploy", "op.dropColumn(\"note\", \"old\");");
        write("0004", "0003", "", "op.addColumn(\"note\", text(\"more\"));");
    }

    private void write(String id, String revises, String mark, String up) throws IOException {
        Path file = folder.resolve("db/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "m", created = "2026-01-01T00:00:00Z")
                %s
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, revises.isEmpty() ? "" : '"' + revises + '"', mark, id, up));
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    @Test
    void stopsInFrontOfTheFirstThatIsMarkedAndGoesOnFromIt() {
        Ran early = run("upgrade", "head", "--phase", "after");
        assertThat(early.code()).isEqualTo(4);
        assertThat(early.err()).contains("0001, 0002 belong to it", "retort upgrade head --phase before\n");

        assertThat(run("upgrade", "+3", "--phase", "after").err()).contains("retort upgrade 0003 --phase before\n");

        assertThat(run("upgrade", "head", "--phase", "before", "--plan").out())
                .contains("would upgrade 0001 -> 0002")
                .doesNotContain("0003");
        assertThat(run("upgrade", "head", "--plan").out()).contains("would upgrade 0002 -> 0003 (after deploy), m");
        Ran before = run("upgrade", "head", "--phase", "before");
        assertThat(before.code()).as(before.all()).isZero();
        assertThat(run("current").out()).startsWith("0002");
        assertThat(run("upgrade", "head", "--phase", "before").err())
                .contains(
                        "Nothing to do",
                        "For after the deployment: 0003, 0004, by retort upgrade head --phase after\n");

        assertThat(run("history").out()).contains("0003 (after deploy), m");
        assertThat(run("show", "0003").out()).contains("(after deploy)");
        Ran after = run("upgrade", "head", "--phase=after");
        assertThat(after.code()).as(after.all()).isZero();
        assertThat(run("current").out()).startsWith("0004");
    }

    @Test
    void aScriptIsCutTheSameWay() {
        assertThat(run("upgrade", "head", "--phase", "before", "--sql").out())
                .contains("ADD COLUMN title")
                .doesNotContain("DROP COLUMN");
        assertThat(run("upgrade", "0002:head", "--phase", "after", "--sql").out())
                .contains("DROP COLUMN old", "ADD COLUMN more");
        assertThat(run("upgrade", "0001:head", "--phase", "after", "--sql").code())
                .isEqualTo(4);
        assertThat(run("upgrade", "head", "--phase", "during").code()).isEqualTo(2);
        assertThat(run("downgrade", "base", "--phase", "before").code()).isEqualTo(2);
    }

    @Test
    void settingsOfARunStandInTheFileToo() throws IOException {
        Files.writeString(folder.resolve("retort.toml"), """
                revisions = "db"
                lock-timeout = "7s"
                statement-timeout = "9s"
                transaction = "all"
                """);
        assertThat(run("upgrade", "head", "--sql").out())
                .containsOnlyOnce("BEGIN;\n")
                .contains("SET LOCAL lock_timeout = '7000ms';", "SET LOCAL statement_timeout = '9000ms';");
        assertThat(run(
                                "upgrade",
                                "head",
                                "--sql",
                                "--lock-timeout=1s",
                                "--statement-timeout=3s",
                                "--transaction=revision")
                        .out())
                .contains(
                        "SET LOCAL lock_timeout = '1000ms';",
                        "SET LOCAL statement_timeout = '3000ms';",
                        "COMMIT;\n\n-- upgrade 0002");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\nlock-wait = \"soon\"\n");
        Ran wrong = run("upgrade", "head", "--sql");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("\"soon\" of ", "is no time", "500ms, 2s or 5min");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\nlock-wait = \"60\"\n");
        assertThat(run("upgrade", "head", "--sql").err()).contains("\"60\" of ", "has no unit", "Write 60s");
    }

    /** Seconds that are taken for milliseconds would be over before they began. */
    @Test
    void aTimeOfTheCommandLineHasAUnitToo() {
        Ran bare = run("upgrade", "head", "--sql", "--lock-timeout", "3");
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err()).contains("--lock-timeout: \"3\" has no unit", "Write 3s for seconds");
        assertThat(run("upgrade", "head", "--sql", "--statement-timeout", "abc").err())
                .contains("--statement-timeout: \"abc\" is no time");
        assertThat(run("upgrade", "head", "--sql", "--lock-timeout", "0").code())
                .isZero();
    }
}
