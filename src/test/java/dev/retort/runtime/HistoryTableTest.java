package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history says of the runs, and an applied revision that is edited afterwards. */
class HistoryTableTest {

    private static final String UP = "op.execute(\"CREATE TABLE a (id int)\");";
    private static final String DOWN = "op.execute(\"DROP TABLE a\");";

    @TempDir
    Path folder;

    private Database database;
    private RevisionFiles files;
    private Runs runs;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        runs = new Runs(database, files);
        files.write("1", "", UP, DOWN);
        files.write("2", "1", "op.query(\"SELECT 1\");", "");
        runs.upgrade("head");
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    private List<String> edited() {
        List<String> heard = new ArrayList<>();
        runs.runner(new RunListener() {
                    @Override
                    public void edited(List<Edited> revisions) {
                        revisions.forEach(edited -> heard.add(edited.story()));
                    }
                })
                .run(Plan.upgradeTo(dev.retort.revision.Target.HEAD));
        return heard;
    }

    @Test
    void everyRunIsNotedWithWhoAndWhen() {
        runs.downgrade("-1");
        assertThat(runs.column("SELECT revision || ' ' || action FROM retort_history ORDER BY id"))
                .containsExactly("1 upgrade", "2 upgrade", "2 downgrade");
        assertThat(runs.column("SELECT DISTINCT client || ' ' || (done_by = current_user) || ' ' || (done_at <= now())"
                        + " || ' ' || (milliseconds >= 0) FROM retort_history"))
                .containsExactly("tester@here true true true");
        runs.downgrade("base");
        assertThat(runs.relations()).isEmpty();
    }

    @Test
    void anEditIsNamedUntilItIsUndoneOrTaken() {
        assertThat(edited()).isEmpty();
        files.write("1", "", "// what it is for\n" + UP.replace("op.", "op\n ."), DOWN);
        assertThat(edited()).as("layout and comments do nothing").isEmpty();

        files.write("1", "", UP.replace("int", "bigint"), DOWN);
        assertThat(edited()).singleElement().asString().contains("Revision 1", "tester@here", "R1.java");
        files.write("1", "", UP.replace(";", ""), DOWN);
        assertThat(edited())
                .singleElement()
                .asString()
                .contains("Revision 1", "does not compile any more", "tester@here", "R1.java:", "';' expected");
        files.write("1", "", UP, DOWN);
        assertThat(edited()).isEmpty();

        files.write("1", "", UP.replace("int", "bigint"), DOWN);
        runs.stamp("2");
        assertThat(edited()).isEmpty();
        runs.stamp();
        assertThat(runs.relations()).containsExactly("a");
    }

    @Test
    void aScriptNotesTheSame() {
        Database other = TestServer.fresh();
        Runs offline = new Runs(other, files);
        SourceRevisionLoader loader = files.loader();
        files.write("2", "1", "op.execute(\"SELECT 1\");", "");
        String script = new ScriptWriter(loader, RunSettings.DEFAULT)
                .write(Plan.upgradeTo(dev.retort.revision.Target.HEAD).plan(loader.graph(), List.of()), List.of());
        SqlSplitter.split(script).forEach(offline::execute);
        String noted = "SELECT revision || action || checksum FROM retort_history WHERE revision = '1'";
        assertThat(offline.column(noted)).isEqualTo(runs.column(noted)).hasSize(1);
        TestServer.drop(other);
    }
}
