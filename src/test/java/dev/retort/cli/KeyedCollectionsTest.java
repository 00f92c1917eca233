package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections with rows that come to have places or keys: what the warning says to type is typed, and runs up, down and up. */
class KeyedCollectionsTest {

    private static final String ENTITY = "@Entity public class Tree { @Id Long id; @ElementCollection %s nests; }";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private void done(String... args) {
        Ran ran = run(args);
        assertThat(ran.code()).as(ran.all()).isZero();
    }

    private String filled(String attribute, String column) throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
        EditedEntities.compile(folder.resolve("classes"), ENTITY.formatted("java.util.List<String>"));
        done("revision", "--autogenerate", "-m", "first", "--no-proof");
        Database database = TestServer.fresh();
        String url = Addresses.url(database);
        done("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(
                    "INSERT INTO tree VALUES (1), (2); INSERT INTO tree_nests (tree_id, nests) VALUES (1, 'x'), (1, 'y'), (2, 'z')");
        }
        EditedEntities.compile(folder.resolve("classes"), ENTITY.formatted(attribute));
        String said = run("diff", "--url", url).all();
        Matcher option = Pattern.compile("--backfill '(tree_nests\\." + column + "=.*?)'`")
                .matcher(said);
        assertThat(option.find()).as(said).isTrue();
        assertThat(said).doesNotContain("ColumnDefault");
        Ran ran = run("revision", "--autogenerate", "-m", "second", "--url", url, "--backfill", option.group(1));
        assertThat(ran.code()).as(ran.all()).isZero();
        done("upgrade", "head", "--url", url, "--yes");
        done("check", "--url", url);
        done("downgrade", "-1", "--url", url, "--yes");
        done("upgrade", "head", "--url", url, "--yes");
        try (SqlSession session = SqlSession.open(database)) {
            return String.valueOf(session.query("SELECT string_agg(concat_ws('/', tree_id, " + column
                            + ", nests), ' ' ORDER BY nests) AS n FROM tree_nests")
                    .get(0)
                    .get("n"));
        }
    }

    @Test
    void aListGetsPlaces() throws IOException {
        assertThat(filled("@OrderColumn java.util.List<String>", "nests_order")).isEqualTo("1/0/x 1/1/y 2/0/z");
    }

    @Test
    void aMapGetsKeysOfText() throws IOException {
        assertThat(filled("@MapKeyColumn(name = \"branch\") java.util.Map<String, String>", "branch"))
                .isEqualTo("1/0/x 1/1/y 2/0/z");
    }

    @Test
    void aMapGetsKeysOfNumbers() throws IOException {
        assertThat(filled("@MapKeyColumn(name = \"branch\") java.util.Map<Integer, String>", "branch"))
                .isEqualTo("1/0/x 1/1/y 2/0/z");
    }
}
