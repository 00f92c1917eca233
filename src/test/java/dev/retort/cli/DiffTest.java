package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} between states that need no entities. */
class DiffTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void scripts() throws IOException {
        variables.putAll(TestProject.scratch());
        Files.writeString(folder.resolve("a.sql"), "CREATE TABLE t (id int PRIMARY KEY, name varchar(20));");
        Files.writeString(
                folder.resolve("b.sql"),
                "CREATE TABLE t (id int PRIMARY KEY, name varchar(40)); CREATE INDEX t_name_idx ON t (name);");
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    @Test
    void tellsTheOperationsALineEach() {
        Ran ran = run("diff", "--from", "file:a.sql", "--to", "file:b.sql");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out().lines())
                .contains(
                        "alter column t.name: type character varying(40), was type character varying(20)",
                        "create index t_name_idx on t");
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:b.sql", "--exit-code")
                        .code())
                .isEqualTo(1);
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:a.sql", "--exit-code")
                        .code())
                .isZero();
    }

    @Test
    void aRenameIsStated() throws IOException {
        Files.writeString(folder.resolve("c.sql"), "CREATE TABLE t (id int PRIMARY KEY, title varchar(20));");
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:c.sql", "--rename", "t.name=title")
                        .out())
                .isEqualTo("rename column t.name to title\n");
    }

    @Test
    void reverseIsTheWayBack() {
        Ran reverse = run("diff", "--from", "file:a.sql", "--to", "file:b.sql", "--reverse", "--format", "sql");
        assertThat(reverse.out()).contains("DROP INDEX t_name_idx;", "TYPE character varying(20)");
        assertThat(reverse.out())
                .isEqualTo(run("diff", "--from", "file:b.sql", "--to", "file:a.sql", "--format", "sql")
                        .out());
    }

    @Test
    void warningsAreCommentsOfTheScript() {
        String script = run("diff", "--from", "file:a.sql", "--to", "empty", "--format", "sql")
                .out();
        assertThat(script).startsWith("-- warning data-loss public.t: ").contains("\nDROP TABLE t;\n");
    }

    @Test
    void aTextOfTheDatabaseStaysInItsComment() throws IOException {
        Files.writeString(folder.resolve("evil.sql"), "CREATE TABLE \"x\n; DROP TABLE y\" (id int);");
        String script = run("diff", "--from", "file:evil.sql", "--to", "empty", "--format", "sql")
                .out();
        assertThat(script.lines().filter(line -> !line.startsWith("--")))
                .containsExactly("DROP TABLE \"x", "; DROP TABLE y\";");
    }

    @Test
    void javaIsARevision() {
        Ran ran = run("diff", "--from", "empty", "--to", "file:a.sql", "--format", "java");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("implements Migration", "op.createTable(\"t\"");
    }

    @Test
    void jsonSaysWhichAspectsOfAColumnChange() {
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:b.sql", "--format", "json")
                        .out())
                .contains("\"kind\" : \"alter_column\"", "\"aspect\" : \"type\"", "\"from\" : \"file:a.sql\"");
        assertThat(run("diff", "--from", "file:a.sql", "--to", "empty", "--format", "json")
                        .out())
                .contains(
                        "\"summary\" : \"drop table t\"",
                        "\"sql\" : [ \"DROP TABLE t\" ]",
                        "\"rule\" : \"data-loss\"",
                        "\"objects\" : [ \"public.t\" ]",
                        "\"message\" : \"",
                        "\"cure\" : \"");
        assertThat(run("diff", "--from", "empty", "--to", "empty", "--format", "json")
                        .out())
                .contains("\"status\" : \"clean\"");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(run("diff", "--from", "file:c.sql", "--to", "empty").err()).contains("c.sql");
        assertThat(run("diff", "--from", "modle", "--to", "empty").err()).contains("Did you mean model?");
        Ran docker = run("diff", "--from", "empty", "--to", "empty", "--scratch", "container");
        if (docker.code() != 0) {
            assertThat(docker.code()).as(docker.all()).isEqualTo(3);
            assertThat(docker.err())
                    .startsWith("error: the scratch container could not be started\n  why: ")
                    .contains(
                            "or use --scratch embedded, or name a server where databases may be created (--scratch URL)")
                    .doesNotContain("Exception");
        }
        Ran image = run("diff", "--from", "empty", "--to", "empty", "--scratch", "container:a b");
        assertThat(image.code()).isEqualTo(2);
        assertThat(image.err()).contains("--scratch container:a b names no image", "--scratch container:postgres:18");
        for (String from : new String[] {"empty", "model"}) {
            Ran noEntities = run("diff", "--from", from);
            assertThat(noEntities.code()).isEqualTo(2);
            assertThat(noEntities.err()).contains("No entities are named");
        }
    }
}
