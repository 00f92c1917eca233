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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database, a folder or a package that is not the one somebody means: said, and never taken for an empty one. */
class WrongPlacesTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Database database;

    @BeforeEach
    void twoRevisions() throws IOException {
        TestEntities.compile(folder, "Room.java", """
                package hotel;
                import jakarta.persistence.*;
                @Entity public class Room { @Id long id; }
                """);
        TestProject.write(folder, folder.resolve("classes"), "hotel");
        variables.putAll(TestProject.scratch());
        database = TestServer.fresh();
        assertThat(run("revision", "--autogenerate", "-m", "rooms").code()).isZero();
    }

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return Ran.in(folder, variables, args[0].equals("revision") ? args : all.toArray(String[]::new));
    }

    private Path revision() throws IOException {
        try (var files = Files.walk(folder.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void anotherPackageIsNamed() {
        Ran upgrade = run("upgrade", "head", "--package", "shop.migration");
        assertThat(upgrade.code()).isEqualTo(2);
        assertThat(upgrade.err())
                .contains("There are no revisions in package shop.migration")
                .contains("shop.migrations holds 1")
                .contains("--package shop.migrations");
        assertThat(run("history", "--package", "shop.migration").err()).contains("shop.migrations holds 1");
        assertThat(run("check", "--package", "shop.migration").err()).contains("shop.migrations holds 1");
        // Two databases may have their revisions side by side, so that the first of the second package can be written.
        Ran second = run("revision", "-m", "other", "--package", "shop.other");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.err()).contains("shop.migrations holds 1");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Ran upgrade = run("upgrade", "head", "--revisions", "src/java");
        assertThat(upgrade.code()).isEqualTo(2);
        assertThat(upgrade.err()).contains("src/java does not exist").contains("--revisions DIR");
    }

    @Test
    void aSchemaThatNoRevisionMadeIsToldApart() {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE room (id bigint NOT NULL PRIMARY KEY)");
        }
        Ran upgrade = run("upgrade", "head");
        assertThat(upgrade.code()).isEqualTo(3);
        assertThat(upgrade.err())
                .contains("No revision was applied to this database before")
                .contains(" stamp REV");
        Ran check = run("check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err())
                .contains("not up to date", "stands at no revision")
                .contains("If the database holds what they make already, made by Hibernate or by hand")
                .containsPattern("see that nothing parts them: retort --url .* drift head\n")
                .containsPattern("then say so: retort --url .* stamp head\n");
        assertThat(run("sync", "--check").err()).containsPattern("then say so: retort --url .* stamp head\n");
        assertThat(run("stamp", "head").code()).isZero();
        assertThat(run("check").code()).isZero();
    }

    @Test
    void whatIsHalfDoneIsSaidWhereverOneLooks() throws IOException {
        Path file = revision();
        String text = Files.readString(file);
        int end = text.indexOf("    }", text.indexOf("void upgrade("));
        Files.writeString(
                file,
                text.substring(0, end)
                        + "        op.outsideTransaction(() -> op.execute(\"VACUUM room\"));\n        op.execute(\"nonsense\");\n"
                        + text.substring(end));
        assertThat(run("upgrade", "head").code()).isEqualTo(3);
        Ran current = run("current", "--check-heads");
        assertThat(current.code()).isEqualTo(1);
        assertThat(current.err())
                .contains("warning: Revision 0001 is half done")
                .contains("after its step 2")
                .contains(" upgrade 0001");
        assertThat(run("upgrade", "head", "--plan").out())
                .contains("create table room")
                .contains("half done: An earlier upgrade failed after its step 2, which is committed.")
                .containsPattern("fix: Go on, what is done is not repeated: retort --url .* upgrade head\n");
        Ran history = run("history", "-i");
        assertThat(history.out()).contains("0001 (head) (half done)");
        assertThat(history.err()).contains("Revision 0001 is half done").contains(" upgrade 0001");
        Ran check = run("check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("revision 0001 is half done").contains(" upgrade 0001");
    }
}
