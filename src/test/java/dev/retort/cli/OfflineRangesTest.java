package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand beside {@code --sql}: every range that leads somewhere, and an error for every other; no database is asked. */
class OfflineRangesTest {

    @TempDir
    Path folder;

    /** 1, 2 (label a) and 3 (label b) on it, 4 joins them, 5 asks the database, 6 carries an open error. */
    @BeforeEach
    void project() throws IOException {
        Files.writeString(
                folder.resolve("retort.toml"),
                "revisions = \"db\"\n[env.production]\nprotected = true\nurl = \"${NO_SUCH}\"\n");
        write("1", "", "", "op.execute(\"CREATE TABLE one (a int)\");", "op.execute(\"DROP TABLE one\");");
        write("2", "\"1\"", ", branchLabels = \"a\"", "op.execute(\"SELECT 2\");", "");
        write("3", "\"1\"", ", branchLabels = \"b\"", "op.execute(\"SELECT 3\");", "");
        write("4", "\"2\", \"3\"", "", "", "op.irreversible(\"joined for good\");");
        write("5", "\"4\"", "", "op.query(\"SELECT 1\");", "op.query(\"SELECT 1\");");
    }

    private void write(String id, String revises, String more, String up, String down) throws IOException {
        Path file = folder.resolve("db/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package migrations;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "step %s", created = "2026-01-0%sT00:00:00Z"%s)
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
                """.formatted(id, revises, id, id, more, id, up, down));
    }

    private Ran run(String... args) {
        return Ran.in(folder, Map.of(), args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrade | 4 | -- upgrade 1 ;-- upgrade 2 ;-- upgrade 3 ;-- upgrade 4 ",
                "upgrade | 1:4 | -- upgrade 2 ;-- upgrade 3 ;-- upgrade 4 ;place <> '1'",
                "upgrade | 2:4 | -- upgrade 3 ;-- upgrade 4 ;place <> '2'",
                "upgrade | 2,3:4 | -- upgrade 4 ;place <> '2, 3'",
                "upgrade | 4-1:4 | -- upgrade 4 ;place <> '2, 3'",
                "upgrade | 2:3 | -- upgrade 3 ;INSERT INTO \"public\".\"retort_version\" (revision) VALUES ('3')",
                "upgrade | :a | -- upgrade 1 ;-- upgrade 2 ",
                "upgrade | base:1+1 | ",
                "downgrade | 2,3:1 | -- downgrade 3 ;-- downgrade 2 ;place <> '2, 3'",
                "downgrade | 2:base | -- downgrade 2 ;-- downgrade 1 ;DROP TABLE IF EXISTS \"public\".\"retort_version\"",
                "downgrade | a:-1 | -- downgrade 2 ;place <> '2'",
                "downgrade | b:1 | -- downgrade 3 ",
            })
    void rangesThatLeadSomewhere(String command, String range, String wanted) {
        Ran ran = run(command, range, "--sql");
        if (wanted == null) {
            assertThat(ran.code()).as(ran.all()).isEqualTo(2);
            return;
        }
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains(wanted.split(";"));
        long revisions = ran.out()
                .lines()
                .filter(line -> line.startsWith("-- " + command))
                .count();
        assertThat(revisions)
                .isEqualTo(java.util.Arrays.stream(wanted.split(";"))
                        .filter(w -> w.startsWith("--"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrade | 4:2 | 2 | 2 lies before 4 | retort downgrade 4:2 --sql",
                "upgrade | 4:base | 2 | base lies before 4 | retort downgrade 4:base --sql",
                "upgrade | 4:4 | 2 | There is nothing between 4 and 4 | START:END",
                "upgrade | base | 2 | There is nothing between the base and base | START:END",
                "upgrade | 9:4 | 2 | 9 | history",
                "upgrade | 1:9 | 2 | 9 | history",
                "upgrade | -1:4 | 2 | The start -1 counts from where the database stands | --sql START:END",
                "upgrade | current:4 | 2 | The start current counts | --sql START:END",
                "upgrade | 1:2:4 | 2 | is no range | START:END",
                "upgrade | 1:4+9 | 2 | 4+9 lies beyond the head | history",
                "upgrade | 4:head | 2 | Revision 5 (step 5) cannot be printed | a range that leaves it out",
                "downgrade | 2 | 2 | needs a start | head:2",
                "downgrade | 2: | 2 | needs an end | 2:base",
                "downgrade | :2 | 2 | 2 lies after the base | retort upgrade :2 --sql",
                "downgrade | 2:4 | 2 | 4 lies after 2 | retort upgrade 2:4 --sql",
                "downgrade | 2:3 | 2 | 3 lies beside 2 | history --graph",
                "downgrade | 2:2 | 2 | There is nothing between 2 and 2 | START:END",
                "downgrade | 4:1 | 4 | Revision 4 (step 4) cannot be downgraded | Stop at it",
                "downgrade | head:4 | 2 | Revision 5 (step 5) cannot be printed | a range that leaves it out",
            })
    void rangesThatLeadNowhere(String command, String range, int code, String failure, String cure) {
        Ran ran = run(command, range, "--sql");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
        assertThat(ran.err()).contains(failure, cure);
    }

    @Test
    void aRangeNeedsSqlAndSqlNoPlan() {
        assertThat(run("upgrade", "1:2", "--url", "jdbc:postgresql://localhost:1/x")
                        .err())
                .contains("A range START:END goes with --sql");
        Ran both = run("upgrade", "4", "--sql", "--plan");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--sql and --plan do not go together");
    }

    @Test
    void anOpenErrorIsToldAndDoesNotLeaveAProtectedEnvironment() throws IOException {
        Path file = folder.resolve("db/migrations/R2.java");
        Files.writeString(file, Files.readString(file).replace("@Revision", "@Warning(\"proof-failed\")\n@Revision"));
        Ran told = run("upgrade", "1:2", "--sql");
        assertThat(told.code()).as(told.all()).isZero();
        assertThat(told.err()).contains("proof-failed");
        Ran refused = run("-e", "production", "upgrade", "1:2", "--sql");
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
    }
}
