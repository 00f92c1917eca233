package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to agree to what, and what is told before. */
class ConsentTest {

    private static final Set<String> TERMINAL = Set.of("in", "out", "err");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Database database = TestServer.fresh();

    @BeforeEach
    void project() throws IOException {
        variables.putAll(Addresses.password(database));
        variables.put("TARGET_URL", Addresses.url(database));
        Files.writeString(folder.resolve("retort.toml"), """
                revisions = "db"
                url = "${TARGET_URL}"
                [env.production]
                protected = true
                """);
        write("1", "", "op.createTable(\"note\", text(\"body\"), text(\"extra\"));", "op.dropTable(\"note\");");
        write(
                "2",
                "\"1\"",
                "op.renameTable(\"note\", \"memo\"); op.addColumn(\"memo\", integer(\"tier\"));",
                "op.dropColumn(\"memo\", \"tier\"); op.renameTable(\"memo\", \"note\");");
        write(
                "3",
                "\"2\"",
                "op.addColumn(\"memo\", text(\"big \\\"x\\\"\"));",
                "op.dropColumn(\"memo\", \"big \\\"x\\\"\");");
        assertThat(run("upgrade", "head").code()).isZero();
    }

    private void write(String id, String revises, String up, String down) throws IOException {
        Path file = folder.resolve("db/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package migrations;

                import static dev.retort.migration.Columns.*;
                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "step %s", created = "2026-01-0%sT00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, revises, id, id, id, up, down));
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran typing(String typed, String... args) {
        return Ran.answering(folder, variables, TERMINAL, typed + "\n", args);
    }

    private void fill() {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(
                    "INSERT INTO memo (body, tier, \"big \"\"x\"\"\") VALUES ('a', 1, 'x'), ('b', NULL, NULL), ('c', 2, 'y')");
        }
    }

    @Test
    void aDowngradeThatLosesRowsIsRefusedWhereNobodyIsThere() {
        fill();
        Ran refused = run("downgrade", "base");
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.out()).contains("would downgrade 3 -> 2", "would lose table memo: 3 rows");
        assertThat(refused.err())
                .contains("It would lose table memo: 3 rows", "Nobody is at the terminal", "add --yes");
        Ran columns = run("downgrade", "1");
        assertThat(columns.out())
                .contains("would lose column memo.big \"x\": 2 values", "would lose column memo.tier: 2 values");
        assertThat(run("current").out()).startsWith("3");
        Ran meant = run("downgrade", "base", "--yes");
        assertThat(meant.code()).as(meant.all()).isZero();
        assertThat(meant.out()).doesNotContain("would");
    }

    @Test
    void aDowngradeThatLosesNothingRuns() {
        assertThat(run("downgrade", "1", "--plan").out())
                .contains("would lose columns memo.big \"x\", memo.tier: no values");
        Ran ran = run("downgrade", "base");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("would lose table memo: no rows");
    }

    /** Empty tables are one line however many they are, and one that an earlier run has taken already is none. */
    @Test
    void whatIsEmptyIsOneLineAndWhatIsGoneIsNone() throws IOException {
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (int i = 1; i <= 13; i++) {
            up.append("op.createTable(\"t").append(i).append("\", text(\"a\"));");
            down.append("op.dropTable(\"t").append(i).append("\");");
        }
        write("4", "\"3\"", up.toString(), down.toString());
        assertThat(run("upgrade", "head").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("DROP TABLE t3; INSERT INTO t13 VALUES ('x')");
        }
        assertThat(run("downgrade", "-1", "--plan").out().lines().filter(line -> line.startsWith("would lose")))
                .containsExactly(
                        "would lose table t13: 1 row",
                        "would lose tables t1, t2, t4, t5, t6, t7, t8, t9, t10, t11 and 1 more: no rows");
    }

    @Test
    void aDowngradeAlwaysAsksAtTheTerminal() {
        Ran no = typing("", "downgrade", "-1");
        assertThat(no.code()).as(no.all()).isEqualTo(4);
        assertThat(no.err()).contains("Go on? [y/N]", "was not confirmed");
        Ran yes = typing("y", "downgrade", "-1");
        assertThat(yes.code()).as(yes.all()).isZero();
        assertThat(typing("yes", "-e", "production", "downgrade", "-1").code()).isEqualTo(4);
        assertThat(typing("production", "-e", "production", "downgrade", "-1").code())
                .isZero();
        assertThat(run("current").out()).startsWith("1");
    }

    @Test
    void anUpgradeThatLosesValuesIsRefusedWhereNobodyIsThere() throws IOException {
        fill();
        write(
                "4",
                "\"3\"",
                "op.createTable(\"passing\", text(\"body\")); op.dropTable(\"passing\");"
                        + " op.dropColumn(\"memo\", \"tier\");",
                "op.addColumn(\"memo\", integer(\"tier\"));");
        Ran refused = run("upgrade", "head");
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.out())
                .contains("would upgrade 3 -> 4", "would lose column memo.tier: 2 values")
                .doesNotContain("passing:");
        assertThat(refused.err()).contains("The upgrade of", "Nobody is at the terminal", "retort upgrade head --yes");
        assertThat(run("upgrade", "head", "--plan").out()).contains("would lose column memo.tier: 2 values");
        assertThat(typing("n", "upgrade", "head").code()).isEqualTo(4);
        assertThat(run("current").out()).startsWith("3");
        Ran asked = typing("y", "upgrade", "head");
        assertThat(asked.code()).as(asked.all()).isZero();
        assertThat(asked.err()).contains("Go on? [y/N]");
    }

    @Test
    void anUpgradeThatTakesOnlyWhatIsEmptyIsAnOrdinaryDeployment() throws IOException {
        write(
                "4",
                "\"3\"",
                "op.dropColumn(\"memo\", \"tier\"); op.execute(\"DROP TABLE IF EXISTS nothing; REVOKE TRUNCATE ON memo"
                        + " FROM public\");",
                "op.addColumn(\"memo\", integer(\"tier\"));");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.all()).doesNotContain("would");
        assertThat(typing("y", "downgrade", "base").code()).isZero();
        Ran fresh = typing("", "upgrade", "head");
        assertThat(fresh.code()).as(fresh.all()).isZero();
    }

    /** Its values come from other columns, which stay: a change of what it is computed from drops and adds it. */
    @Test
    void aComputedColumnThatGoesTakesNothing() throws IOException {
        fill();
        write(
                "4",
                "\"3\"",
                "op.addColumn(\"memo\", integer(\"twice\").generated(\"tier * 2\"));",
                "op.dropColumn(\"memo\", \"twice\");");
        assertThat(run("upgrade", "head").code()).isZero();
        write(
                "5",
                "\"4\"",
                "op.dropColumn(\"memo\", \"twice\"); op.addColumn(\"memo\", bigint(\"twice\").generated(\"tier * 2\"));",
                "");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.all()).doesNotContain("would");
        Ran back = run("downgrade", "3");
        assertThat(back.code()).as(back.all()).isZero();
        assertThat(back.out()).contains("would lose column memo.twice: computed from other columns");
    }

    @Test
    void sqlOfItsOwnThatEmptiesATableIsCountedToo() throws IOException {
        fill();
        write("4", "\"3\"", "op.execute(\"TRUNCATE TABLE ONLY public.memo\");", "");
        Ran refused = run("upgrade", "head");
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.out()).contains("would lose table memo: 3 rows");
        assertThat(run("upgrade", "head", "--yes").code()).isZero();
    }

    @Test
    void whatCannotBeUndoneIsSaidBeforeAnybodyIsAsked() throws IOException {
        write("4", "\"3\"", "op.execute(\"SELECT 4\");", "op.irreversible(\"gone for good\");");
        assertThat(run("upgrade", "head").code()).isZero();
        Ran refused = typing("y", "downgrade", "-1");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("gone for good").doesNotContain("Go on?");
    }

    @Test
    void aProtectedDatabaseIsStampedByItsName() {
        Ran refused = typing("y", "-e", "production", "stamp", "2");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("that it stands at 2, and no longer at 3; nothing is run.", " stamp 2 --yes");
        Ran stamped = typing("production", "-e", "production", "stamp", "2");
        assertThat(stamped.code()).as(stamped.all()).isZero();
        assertThat(stamped.out())
                .containsPattern(
                        "stamped \\S+ from 3 to 2 in .+, as \\S+ \\(operating system user \\S+\\); nothing was run\\.");
    }
}
