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
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upgrades and downgrades that need no entities: plans, scripts, protected environments. */
class GuardTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        Database database = TestServer.fresh();
        variables.putAll(Addresses.password(database));
        variables.put("TARGET_URL", Addresses.url(database));
        Files.writeString(folder.resolve("retort.toml"), """
                revisions = "db"
                default-env = "dev"
                [env.dev]
                url = "${TARGET_URL}"
                [env.production]
                url = "${TARGET_URL}"
                protected = true
                """);
        Path file = folder.resolve("db/migrations/R0001_Notes.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "0001", message = "notes", created = "2026-01-01T00:00:00Z")
                public final class R0001_Notes implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("note", text("body"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("note");
                    }
                }
                """);
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    @Test
    void aPlanChangesNothing() {
        Ran plan = run("upgrade", "head", "--plan");
        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("would upgrade <base> -> 0001, notes");
        assertThat(run("current").out()).isEmpty();
    }

    @Test
    void relativeTargetsNeedNoQuoting() {
        Ran up = run("upgrade", "+1");
        assertThat(up.code()).isZero();
        assertThat(up.err())
                .containsPattern(
                        "upgraded \\S+/\\S+ from the base to 0001 in \\S+ \\S+, as \\S+ \\(operating system user");
        Ran down = run("downgrade", "-1");
        assertThat(down.code()).as(down.all()).isZero();
        assertThat(down.out()).contains("downgrade 0001 -> <base>, notes");
        Ran beyond = run("downgrade", "-1");
        assertThat(beyond.code()).isEqualTo(2);
    }

    @Test
    void aProtectedEnvironmentIsRefusedWhereNobodyAnswers() {
        Ran refused = run("-e", "production", "upgrade", "head");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("The environment production is protected", "--yes");
        assertThat(refused.out()).contains("would upgrade");
        assertThat(run("upgrade", "head", "--env=production", "--yes").code()).isZero();
    }

    @Test
    void aProtectedEnvironmentWantsItsNameTyped() {
        Set<String> terminals = Set.of("in", "out", "err");
        Ran wrong = Ran.answering(folder, variables, terminals, "yes\n", "-e", "production", "upgrade", "head");
        assertThat(wrong.code()).isEqualTo(4);
        Ran right = Ran.answering(folder, variables, terminals, "production\n", "-e", "production", "upgrade", "head");
        assertThat(right.code()).as(right.all()).isZero();
    }

    @Test
    void aScriptNeedsNoDatabase() {
        variables.put("TARGET_URL", "jdbc:postgresql://nowhere.invalid/x");
        Ran up = run("upgrade", "head", "--sql");
        assertThat(up.code()).as(up.all()).isZero();
        assertThat(up.out()).contains("CREATE TABLE note", "retort_version", "COMMIT");
        assertThat(run("downgrade", "head:base", "--sql").out()).contains("DROP TABLE note");
        Ran open = run("downgrade", "base", "--sql");
        assertThat(open.code()).isEqualTo(2);
        assertThat(open.err()).contains("needs a start");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsCodeThree() {
        variables.put("TARGET_URL", "jdbc:postgresql://localhost:1/x?user=nobody&password=geheim");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("why:", "fix:").doesNotContain("geheim");
        assertThat(run("upgrade", "head", "-v").all()).doesNotContain("geheim").contains("dev.retort");
    }

    @Test
    void aDatabaseThatDoesNotExistIsOneToMakeByTypingTheCure() {
        String url = variables.get("TARGET_URL").replaceFirst("/[^/?]*\\?", "/no%20such%20shop?");
        Ran ran = run("current", "--url", url);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).containsPattern("createdb -h \\S+ -p \\d+ -U \\S+ 'no such shop'");
    }

    @Test
    void notAtHeadIsCodeOne() {
        Ran behind = run("current", "--check-heads", "-e", "dev");
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.err()).contains("Run: retort -e dev upgrade head");
        assertThat(run("upgrade", "head", "-q").all()).isEmpty();
        assertThat(run("current", "--check-heads").code()).isZero();
        assertThat(run("history", "-i").out()).contains("0001 (head) (current), notes");
        assertThat(run("history", "-e", "dev").out()).contains("(current)");
        assertThat(run("history").out()).doesNotContain("(current)");
    }
}
