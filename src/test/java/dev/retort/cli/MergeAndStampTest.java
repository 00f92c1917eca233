package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
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

/** Two branches that are joined, and databases that are told where they stand. */
class MergeAndStampTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void twoHeads() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        variables.putAll(TestProject.scratch());
        TestEntities.compile(
                folder,
                "shop/Thing.java",
                "package shop; @jakarta.persistence.Entity public class Thing { @jakarta.persistence.Id Long id; }");
        assertThat(run("revision", "--autogenerate", "-m", "first", "--no-proof")
                        .code())
                .isZero();
        assertThat(run("revision", "-m", "mine").code()).isZero();
        assertThat(run("revision", "-m", "theirs", "--head", "0001", "--splice").code())
                .isZero();
    }

    @Test
    void aFolderThatIsNoProjectGetsNoRevision(@TempDir Path elsewhere) throws IOException {
        Ran nowhere = Ran.in(elsewhere, variables, "merge", "-m", "merge heads");
        assertThat(nowhere.code()).as(nowhere.all()).isEqualTo(2);
        assertThat(nowhere.err()).contains("Nothing says where revisions go", "retort init");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whatBothBranchesChangeIsTold() throws IOException {
        Ran quiet = run("merge", "-m", "nothing in common", "--rev-id", "quiet");
        assertThat(quiet.all()).doesNotContain("changed-by-both");
        for (String branch : List.of("0002", "0003")) {
            Path file;
            try (Stream<Path> files = Files.walk(folder)) {
                file = files.filter(f -> f.getFileName().toString().startsWith("R" + branch))
                        .findFirst()
                        .orElseThrow();
            }
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceFirst(
                                    "(void upgrade\\(Operations op\\) \\{)",
                                    "$1 op.addEnumValue(\"mood\", \"V" + branch + "\");"));
        }
        Ran merge = run("merge", "-m", "both", "--splice", "0002", "0003");
        assertThat(merge.code()).as(merge.all()).isZero();
        assertThat(merge.err())
                .contains("changed-by-both", "public.mood (0002, 0003)", "needs the values of the other branch, too");
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(f -> f.getFileName().toString().endsWith("Both.java"))
                    .findFirst()
                    .orElseThrow();
            assertThat(file).content().contains("<b>changed-by-both</b>");
        }
    }

    @Test
    void theCureForTwoHeadsIsOneToType() throws IOException {
        Database database = TestServer.fresh();
        Ran refused = on(database, "upgrade", "head");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("merge -m \"merge heads\" 0002 0003");
        Ran check = run("check");
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.out()).contains("several-heads");
        assertThat(run("branches").out())
                .contains("0001 (branchpoint), first", "0001 -> 0002 (head), mine", "0001 -> 0003 (head), theirs");

        Ran merged = run("merge", "-m", "merge heads", "0003", "0002");
        assertThat(merged.code()).as(merged.all()).isZero();
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0004_MergeHeads.java")))
                .contains("revises = {\"0002\", \"0003\"}");
        assertThat(on(database, "upgrade", "head").code()).isZero();
        assertThat(on(database, "current").out()).startsWith("0004 (head)");
        assertThat(run("check").code()).isZero();
        Ran nothing = run("merge", "-m", "again");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("There is nothing to merge", "there is one head, 0004");
        assertThat(run("merge", "-m", "again", "0001", "0004").err())
                .contains("Revision 0001 is not a head", "--splice");
        assertThat(run("merge", "-m", "again", "2", "0004", "--splice").out()).contains("joins 0002, 0004");
    }

    @Test
    void aStampReplacesItsOwnBranchAlone() {
        Database database = TestServer.fresh();
        assertThat(on(database, "upgrade", "heads").code()).isZero();
        assertThat(on(database, "stamp", "0002").out())
                .contains(" at 0002, 0003, where it stood before, in ", "; nothing was run.");
        assertThat(on(database, "stamp", "0001").out()).contains("from 0002, 0003 to 0001 in ", "; nothing was run.");
        assertThat(on(database, "stamp", "0002", "--purge").out()).contains("from 0001 to 0002");
        assertThat(on(database, "stamp", "base").out()).contains("to the base");
        assertThat(on(database, "current").out()).isEmpty();
        assertThat(on(database, "stamp", "9").code()).isEqualTo(2);
        Ran below = on(database, "stamp", "1", "2", "3");
        assertThat(below.code()).isEqualTo(2);
        assertThat(below.err()).contains("Revision 0001 is below 0002", "stamp 0002 0003");
        assertThat(on(database, "stamp", "2", "3").out()).contains("from the base to 0002, 0003");
        Ran current = on(database, "current", "--format", "json");
        assertThat(current.out()).contains("\"at_head\" : true", "\"id\" : \"0003\"", "\"unknown\" : [ ]");
        assertThat(on(database, "stamp", "3", "base").out()).contains("to 0003");
        assertThat(on(database, "history", "-i").out()).contains("0002 (head) (pending)", "0003 (head) (current)");
    }

    @Test
    void anIdThatNoFileHoldsWantsAPurge() {
        Database database = TestServer.fresh();
        assertThat(on(database, "stamp", "0001").code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("UPDATE retort_version SET revision = 'lost'");
        }
        Ran refused = on(database, "stamp", "0002");
        assertThat(refused.code()).as(refused.all()).isEqualTo(2);
        assertThat(refused.err()).contains("lost, which no file holds", "stamp REV --purge");
        assertThat(on(database, "stamp", "0002", "--purge").code()).isZero();
        assertThat(on(database, "current").out()).startsWith("0002");
    }

    @Test
    void theScriptOfAStampDoesTheSame() {
        Database database = TestServer.fresh();
        String script = run("stamp", "0002", "--sql").out();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(script);
        }
        assertThat(on(database, "current").out()).startsWith("0002");
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(session.query(
                            "SELECT revision FROM retort_history WHERE checksum IS NOT NULL ORDER BY revision"))
                    .extracting(row -> row.string("revision"))
                    .containsExactly("0001", "0002");
        }

        String onward = run("stamp", "2:heads", "--sql").out();
        assertThat(onward)
                .doesNotContain("DROP TABLE IF EXISTS \"public\".\"retort_version\"")
                .contains("INSERT INTO", "'0003'");
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(onward);
        }
        assertThat(on(database, "current").out().lines()).hasSize(2);
        assertThat(run("stamp", "2:heads", "--sql", "--purge").code()).isEqualTo(2);
    }

    @Test
    void everyCommandThatAMessageNamesExists() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (var files =
                Files.walk(Path.of(System.getProperty("retort.project", ".")).resolve("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                java.util.regex.Matcher named = java.util.regex.Pattern.compile("\"[^\"\\n]*\\bretort ([a-z]+)\\b")
                        .matcher(Files.readString(file));
                while (named.find()) {
                    if (!Subcommands.names().contains(named.group(1))) {
                        unknown.add(file.getFileName() + ": retort " + named.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return run(all.toArray(String[]::new));
    }
}
