package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions whose own code is at fault, or that lost what makes them one, and an output that does not arrive: told as such, whichever command meets it. */
class FaultyRevisionsTest {

    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int DATABASE = 3;

    @TempDir
    Path folder;

    private HandWritten project;

    private void line() {
        project = HandWritten.in(folder).revisions("aaaa", "bbbb < aaaa", "cccc < bbbb");
        project.variables().putAll(TestProject.scratch());
    }

    private void at(String id) {
        assertThat(project.retort("upgrade " + id).code()).isZero();
    }

    private void expect(int code, String command, String... said) {
        Ran ran = project.retort(command);
        assertThat(ran.code()).as("%s: %s", command, ran.all()).isEqualTo(code);
        assertThat(ran.all()).as(command).doesNotContain("did not foresee");
        for (String words : said) {
            assertThat(ran.all()).as(command).contains(words);
        }
    }

    @Test
    void aRevisionWhoseOwnCodeFails() {
        line();
        project.revision(
                "dddd", "revises = \"cccc\", message = \"wrong\"", "throw new IllegalStateException(\"boom\");", "");
        for (String command : new String[] {"show dddd", "upgrade head --sql"}) {
            expect(
                    USAGE,
                    command,
                    "The upgrade of dddd (wrong) failed at Rdddd.java:12",
                    "java.lang.IllegalStateException: boom",
                    "Nothing was run.",
                    "retort show dddd");
        }
        for (String command : new String[] {"diff --from revisions --to empty", "drift dddd"}) {
            expect(
                    USAGE,
                    command,
                    "The upgrade of dddd (wrong) failed at Rdddd.java:12",
                    "java.lang.IllegalStateException: boom",
                    "on the throw-away server",
                    "retort verify");
        }
        expect(
                DONE,
                "upgrade head --plan",
                "without a database it fails here",
                "Rdddd.java:12: java.lang.IllegalStateException: boom");
        expect(DATABASE, "upgrade head", "Rdddd.java:12", "Kept: the upgrade of aaaa, bbbb, cccc.");
        project.revision("dddd", "revises = \"cccc\", message = \"wrong\"", "throw new AssertionError(\"never\");", "");
        expect(USAGE, "upgrade head", "Rdddd.java:12", "java.lang.AssertionError: never", "Nothing was changed.");
        project.revision("dddd", "revises = \"cccc\", message = \"wrong\"", "op.alterColumn(\"t\", \"c\");", "");
        expect(
                USAGE,
                "show dddd",
                "The upgrade of dddd (wrong) failed at Rdddd.java:12",
                "The change of t.c changes nothing");
        project.revision(
                "dddd",
                "revises = \"cccc\", message = \"wrong\"",
                "}\n    static final int N = 1 / Integer.parseInt(\"0\");\n    { op(); }\n    void op() {",
                "");
        expect(USAGE, "show dddd", "static code threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void aRevisionThatEndsTheProcess() {
        line();
        project.revision("dddd", "revises = \"cccc\", message = \"ends\"", "System.exit(0);", "");
        Launched ended = Launched.in(project.folder(), project.variables(), "upgrade", "head");
        assertThat(ended.code()).as(ended.all()).isEqualTo(DATABASE);
        assertThat(ended.err()).contains("Code of a revision or of an entity called System.exit");
        // It is heard before anything runs.
        assertThat(project.current()).isEmpty();
    }

    @Test
    void aRevisionWithoutItsAnnotationDoesNotVanish() {
        line();
        project.write("db/shop/migrations/R0002_Lost.java", "");
        expect(USAGE, "heads", "R0002_Lost.java holds no revision", "a helper needs another name");
        project.write("db/shop/migrations/R0002_Lost.java", "package shop.migrations; interface R0002_Lost {}");
        expect(USAGE, "upgrade head", "R0002_Lost.java holds no revision");
        project.write("db/shop/migrations/R0002_Lost.java", """
                package shop.migrations;
                import dev.retort.migration.*;
                // @Revision(id = "0002")
                public final class R0002_Lost implements Migration {
                    public void upgrade(Operations op) {}
                }
                """);
        expect(USAGE, "heads", "The class R0002_Lost in ", "does not carry @Revision");
        project.write("db/shop/migrations/R0002_Lost.java", """
                package shop.migrations;
                import dev.retort.migration.Revision;
                @Revision(id = "0002", revises = "cccc", message = "found", created = "2026-01-01T00:00:00Z")
                public final class R0002_Lost implements dev.retort.migration.Migration {
                    public void upgrade(dev.retort.migration.Operations op) {}
                    public void downgrade(dev.retort.migration.Operations op) {}
                }
                """);
        project.write("db/shop/migrations/Base.java", """
                package shop.migrations;
                import dev.retort.migration.*;
                abstract class Base implements Migration {}
                """);
        expect(DONE, "heads", "0002");
    }

    @Test
    void aConcurrentBuildInSqlThatFailsNamesWhatItLeft() {
        line();
        at("head");
        project.revision(
                "dddd",
                "revises = \"cccc\", message = \"index\", transactional = false",
                "op.execute(\"INSERT INTO t_aaaa VALUES (1), (1)\"); op.execute(\"CREATE UNIQUE INDEX CONCURRENTLY twice ON t_aaaa (id)\");",
                "");
        expect(
                DATABASE,
                "upgrade head",
                "Left behind: the invalid index public.twice",
                "DROP INDEX CONCURRENTLY public.twice;");
    }

    @Test
    void aDowngradeThatDeletesByNameMayLoseRows() {
        line();
        at("head");
        project.revision(
                "dddd",
                "revises = \"cccc\", message = \"rows\"",
                "op.execute(\"INSERT INTO t_aaaa VALUES (7)\");",
                "op.execute(\"DELETE FROM t_aaaa WHERE id = 7\");");
        at("head");
        expect(
                DONE,
                "downgrade -1 --plan",
                "may lose rows that SQL of its own deletes by name: DELETE FROM t_aaaa WHERE id = 7");
        expect(DONE, "downgrade -1");
    }

    @Test
    void ofALongMessageAnErrorShowsTheFirstLine() {
        line();
        project.revision(
                "dddd",
                "revises = \"cccc\", message = \"wrong\\n\\nin two ways\"",
                "op.execute(\"SELECT :a\", java.util.Map.of());",
                "");
        expect(USAGE, "show dddd", "The upgrade of dddd (wrong) failed at Rdddd.java:12", "There is no value for :a.");
    }

    @Test
    void anOutputThatDoesNotArriveIsAnError() {
        line();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (String reason : new String[] {"No space left on device", "Broken pipe"}) {
            int code = Main.run(
                    new String[] {"heads"},
                    new Surroundings(
                            Map.of(),
                            new BufferedReader(Reader.nullReader()),
                            new Output(
                                    new OutputStream() {
                                        @Override
                                        public void write(int b) throws IOException {
                                            throw new IOException(reason);
                                        }
                                    },
                                    () -> false),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            folder,
                            Clock.systemUTC(),
                            Set.of(),
                            "retort"));
            assertThat(code).as(reason).isEqualTo(reason.startsWith("No") ? DATABASE : DONE);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("What was printed did not arrive as a whole", "No space left on device");
    }
}
