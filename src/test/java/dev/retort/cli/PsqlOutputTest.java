package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.Psql;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed as SQL, with names, comments, defaults and data that mean something to psql, run by psql. */
class PsqlOutputTest {

    /** Psql's own variables, its commands, and the end of a COPY. */
    private static final String HOSTILE = "\\! touch pwned\n\\q\n\\.\n:USER :'HOST' :\"DBNAME\" \\\\ ''";

    private static final String PUBLIC = "SET search_path = public;\n";

    @TempDir
    Path folder;

    private HandWritten project() {
        HandWritten project = HandWritten.in(folder);
        project.variables().putAll(TestProject.scratch());
        String text = inJava(HOSTILE);
        String name = ":USER \\\\! \\n\\\\q";
        project.revision(
                "a",
                "message = \"hostile\\n\\\\q\"",
                """
                op.createTable(%1$s, bigint("id"), text(%2$s).defaultTo("'%3$s'"), integer("n").array());
                op.commentOnTable(%1$s, "%4$s");
                op.execute("CREATE TABLE lines (line text); INSERT INTO lines VALUES ('%3$s')");
                op.execute("INSERT INTO lines SELECT (ARRAY['x','y'])[1:PORT] FROM (VALUES (1)) v (port); SELECT 1; -- :HOST");
                """.formatted("\"t" + name + "\"", "\"c" + name + "\"", inJava(HOSTILE.replace("'", "''")), text),
                "op.execute(\"DROP TABLE lines\"); op.dropTable(\"t" + name + "\");");
        return project;
    }

    private static String inJava(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Test
    void aRevisionThatIsShown() {
        HandWritten project = project();
        Ran shown = project.retort("show a --sql");
        assertThat(shown.code()).as(shown.all()).isZero();
        Database other = TestServer.fresh();
        String both = shown.out();
        Psql.run(other, PUBLIC + both);
        Psql.run(other, PUBLIC + both.substring(0, both.indexOf("-- downgrade")));
        assertSame(project, other);
    }

    @Test
    void aDifference() {
        HandWritten project = project();
        assertThat(project.retort("upgrade head").code()).isZero();
        Ran diff = project.retort("diff --from empty --to database --format sql --exclude public\\.retort.*");
        assertThat(diff.code()).as(diff.all()).isZero();
        Database other = TestServer.fresh();
        Psql.run(other, PUBLIC + diff.out());
        assertSame(project, other);
    }

    /** The schema is what the online run makes, whatever psql made of the text. */
    private void assertSame(HandWritten project, Database other) {
        assertThat(project.retort("upgrade head").code()).isZero();
        Ran same = project.run("diff", "--from", Addresses.url(other), "--to", "database", "--exit-code");
        assertThat(same.code()).as(same.all()).isZero();
        assertThat(folder.resolve("pwned")).doesNotExist();
        TestServer.drop(other);
        TestServer.drop(project.database());
    }
}
