package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Triggers, views and functions that the SQL of a revision made are taken off and put back by the next one, where they are in the way. */
class WrittenObjectsTest {

    private static final String ENTITY = """
            package shop;
            import jakarta.persistence.*;
            @Entity public class Thing {
                @Id Long id;
                @Column(length = %d) String name;
                %s
            }
            """;

    @TempDir
    Path folder;

    private Ran run(String... args) {
        return Ran.in(folder, TestProject.scratch(), args);
    }

    @Test
    void aRetypedColumnIsFreedAndADroppedOneIsRefusedByName() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        TestEntities.compile(folder, "shop/Thing.java", ENTITY.formatted(10, "String gone;"));
        assertThat(run("revision", "--autogenerate", "-m", "one", "--no-proof").code())
                .isZero();
        Path first = folder.resolve("db/shop/migrations/R0001_One.java");
        Files.writeString(
                first,
                Files.readString(first)
                        .replaceFirst("(?s)(\\n    \\}\\n\\n    @Override\\n    public void downgrade)", """

                        op.execute("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
                        op.execute("CREATE TRIGGER audit BEFORE UPDATE OF name ON thing FOR EACH ROW EXECUTE FUNCTION f()");
                        op.execute("COMMENT ON TRIGGER audit ON thing IS 'who'");
                        op.execute("CREATE VIEW report AS SELECT name, gone FROM thing");
                        op.execute("CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql RETURN (SELECT count(name) FROM thing)");
                $1""")
                        .replace(
                                "op.dropTable(\"thing\");",
                                "op.execute(\"DROP FUNCTION counted(); DROP VIEW report; DROP TRIGGER audit ON thing; DROP FUNCTION f()\");\n"
                                        + "        op.dropTable(\"thing\");"));

        TestEntities.compile(folder, "shop/Thing.java", ENTITY.formatted(20, "String gone;"));
        Ran second = run("revision", "--autogenerate", "-m", "two");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.all()).contains("proved in");
        String text = Files.readString(folder.resolve("db/shop/migrations/R0002_Two.java"));
        assertThat(text)
                .contains("op.execute(\"DROP TRIGGER audit ON thing\")", "COMMENT ON TRIGGER audit ON thing IS 'who'")
                .contains("CREATE VIEW report AS", "this function is being changed");
        // A view that an operation made would be one of the model's to drop.
        assertThat(run("check").code()).isZero();

        TestEntities.compile(folder, "shop/Thing.java", ENTITY.formatted(20, ""));
        Ran third = run("revision", "--autogenerate", "-m", "three", "--no-proof");
        assertThat(third.code()).as(third.all()).isZero();
        assertThat(Files.readAllLines(folder.resolve("db/shop/migrations/R0003_Three.java")))
                .filteredOn(line -> line.contains("@Warning("))
                .isEqualTo(
                        List.of(
                                "@Warning({\"unmanaged-reference\", \"data-loss\", \"unmanaged-function\", \"unmanaged-trigger\"})"));
        assertThat(third.all()).contains("the view report reads thing.gone", "op.execute(\"DROP VIEW report\")");

        // The proof says the same, and not what the server would have dropped along.
        Files.delete(folder.resolve("db/shop/migrations/R0003_Three.java"));
        Ran proved = run("revision", "--autogenerate", "-m", "three");
        assertThat(proved.code()).as(proved.all()).isEqualTo(1);
        assertThat(proved.all())
                .contains("the view report reads thing.gone, which goes: dropping it fails while the view stands")
                .contains("fix: Write `op.execute(\"DROP VIEW report\")` before it")
                .doesNotContain("CASCADE");
    }

    @Test
    void whatIsPutBackAndNeedNotFitTheNewTypeIsTold() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        TestEntities.compile(folder, "shop/Thing.java", ENTITY.formatted(10, "String owner;"));
        assertThat(run("revision", "--autogenerate", "-m", "one", "--no-proof").code())
                .isZero();
        Path first = folder.resolve("db/shop/migrations/R0001_One.java");
        Files.writeString(
                first,
                Files.readString(first)
                        .replaceFirst("(?s)(\\n    \\}\\n\\n    @Override\\n    public void downgrade)", """

                        op.execute("CREATE POLICY own ON thing USING (owner = 'me')");
                        op.execute("CREATE POLICY had ON thing USING (name = 'me')");
                        op.execute("CREATE VIEW report AS SELECT lower(owner) AS owner FROM thing");
                $1"""));

        TestEntities.compile(folder, "shop/Thing.java", ENTITY.formatted(20, "java.util.UUID owner;"));
        Ran second = run("revision", "--autogenerate", "-m", "two", "--no-proof");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.all())
                .contains("the policy own on thing is put back as it was once thing.owner has become uuid")
                .contains("the view report is put back as it was once thing.owner has become uuid")
                .doesNotContain("the policy had on thing is put back");
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0002_Two.java")))
                .contains("\"put-back-can-fail\"", "Write it so that it fits, in the line of {@code upgrade}");
    }
}
