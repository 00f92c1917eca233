package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road on the example shop: entities, a generated revision, a database brought there and back. */
class RoadTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath();

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void settings() throws IOException {
        TestProject.write(folder, PROJECT.resolve("target/test-classes"), "com.acme.shop");
        variables.putAll(TestProject.scratch());
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private String[] on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return all.toArray(String[]::new);
    }

    private List<Path> revisions() throws IOException {
        Path revisions = folder.resolve("db");
        if (!Files.isDirectory(revisions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(revisions)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void fromEntitiesToADatabaseAndBack() throws IOException {
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).as(generated.all()).isZero();
        assertThat(revisions()).extracting(p -> p.getFileName().toString()).containsExactly("R0001_First.java");

        Ran check = run("check");
        assertThat(check.out()).isEmpty();
        assertThat(check.code()).as(check.all()).isZero();

        Ran again = run("revision", "--autogenerate", "-m", "again");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("no revision was written");
        assertThat(revisions()).hasSize(1);
        Database database = TestServer.fresh();
        Ran behind = run(on(database, "check"));
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.err())
                .contains("Target database is not up to date")
                .containsPattern("retort --url \\S+ upgrade head");

        Ran upgrade = run(on(database, "upgrade", "head"));
        assertThat(upgrade.code()).as(upgrade.all()).isZero();
        assertThat(run(on(database, "current")).out()).startsWith("0001 (head)");
        Ran checked = run(on(database, "check"));
        assertThat(checked.code()).as(checked.all()).isZero();

        // Where a database is named and nothing is proved, no scratch server is started: it would lock its cache.
        Map<String, String> scratch = new HashMap<>(variables);
        Path cache = folder.resolve("cache");
        scratch.putAll(Map.of("RETORT_SCRATCH", "embedded", "RETORT_CACHE", cache.toString()));
        String[] unproved = on(database, "revision", "--autogenerate", "-m", "again", "--allow-empty", "--no-proof");
        Ran empty = Ran.in(folder, scratch, unproved);
        assertThat(empty.code()).as(empty.all()).isZero();
        assertThat(empty.err()).containsPattern("It is not proved. To see that it holds: retort .*verify");
        assertThat(cache.resolve("lock")).doesNotExist();
        assertThat(revisions().get(1)).content().contains("public final class R0002_Again");
        Files.delete(revisions().get(1));

        assertThat(run(on(database, "upgrade", "head")).err()).contains("Nothing to do");

        assertThat(run(on(database, "downgrade", "-1")).code()).isZero();
        assertThat(run(on(database, "current")).out()).isEmpty();
        Ran nothing = run(on(database, "diff", "--from", "empty", "--to", "database", "--exit-code"));
        assertThat(nothing.code()).as(nothing.all()).isZero();
    }

    @Test
    void standardOutputLeavesTheSourceTreeAsItIs() throws IOException {
        Ran printed = run("revision", "--autogenerate", "-m", "first", "--stdout");
        assertThat(printed.code()).as(printed.all()).isZero();
        assertThat(printed.out()).contains("public final class R0001_First", "CREATE TABLE", "-- downgrade");
        Ran quiet = run("revision", "--autogenerate", "-m", "first", "--stdout", "-q");
        assertThat(printed.out()).startsWith(quiet.out());
        assertThat(quiet.out()).endsWith("}\n");
        assertThat(quiet.err()).isEmpty();
        assertThat(revisions()).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(run("revision", "--autogenerate", "-m", "first", "--stdout", "--no-proof")
                        .out())
                .isEqualTo(run("revision", "--autogenerate", "-m", "first", "--stdout", "--no-proof")
                        .out());
    }

    @Test
    void verifyProvesTheWholeHistory() {
        assertThat(run("revision", "--autogenerate", "-m", "first", "--no-proof")
                        .code())
                .isZero();
        Ran verified = run("verify");
        assertThat(verified.code()).as(verified.all()).isZero();
        assertThat(verified.out()).contains("ok      0001", "ok      base", "ok      model");
        assertThat(run("verify", "-q").all()).isEmpty();
        assertThat(run("verify", "--format", "json").out()).contains("\"0001\"", "\"ok\"");
        assertThat(run("verify", "--format", "junit").out())
                .contains("<testsuite name=\"retort verify\" tests=\"4\" failures=\"0\"");
    }

    @Test
    void anEmptyRevisionIsWrittenOnTheHead() throws IOException {
        assertThat(run("revision", "-m", "by hand").code()).isZero();
        assertThat(run("revision", "-m", "by hand, too").code()).isZero();
        assertThat(run("heads").out()).startsWith("0002 (head), by hand, too");
        assertThat(run("show", "0002").out()).contains("Parent:     0001");
        Ran taken = run("revision", "-m", "x", "--rev-id", "0002");
        assertThat(taken.code()).isEqualTo(2);
        assertThat(taken.err()).contains("There is a revision 0002 already");
        Ran spliced = run("revision", "-m", "x", "--head", "0001");
        assertThat(spliced.code()).isEqualTo(2);
        assertThat(spliced.err()).contains("not a head", "--splice");
        assertThat(revisions()).hasSize(2);
        // As with Alembic: who says base wants a new one.
        assertThat(run("revision", "-m", "other", "--head", "base").code()).isZero();
        assertThat(run("heads").out()).contains("0002 (head)", "0003 (head)");
        Ran nothing = run("merge", "-m", "");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("The message is empty");
        assertThat(revisions()).hasSize(3);
    }
}
