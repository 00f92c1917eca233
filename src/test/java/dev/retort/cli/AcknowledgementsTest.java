package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledgements of an object alone, and those that acknowledge nothing. */
class AcknowledgementsTest {

    @TempDir
    Path folder;

    private Ran run(String... args) {
        return Ran.in(folder, TestProject.scratch(), args);
    }

    private Path file;

    private void annotate(String acknowledged) throws IOException {
        String text = Files.readString(file).replaceAll("@Acknowledged\\(.*\\)\n", "");
        Files.writeString(
                file,
                text.replace("public final class", acknowledged + "\npublic final class")
                        .replace("migration.Migration;", "migration.*;"));
    }

    @Test
    void areSaidWhereTheyAreStale() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        String entity = """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Thing { @Id Long id; %s }
                """;
        TestEntities.compile(folder, "shop/Thing.java", entity.formatted(""));
        assertThat(run("revision", "--autogenerate", "-m", "one", "--no-proof").code())
                .isZero();
        TestEntities.compile(
                folder,
                "shop/Thing.java",
                entity.formatted("@Column(nullable = false) String name; @Column(nullable = false) String label;"));
        assertThat(run("revision", "--autogenerate", "-m", "two", "--no-proof").code())
                .isZero();
        file = folder.resolve("db/shop/migrations/R0002_Two.java");
        assertThat(Files.readString(file))
                .contains(
                        "\"required-column-without-default:thing.label\"",
                        "\"required-column-without-default:thing.name\"");

        annotate("@Acknowledged(value = \"required-column-without-default:thing.name\", because = \"it is empty\")");
        Ran one = run("check");
        assertThat(one.code()).as(one.all()).isEqualTo(1);
        assertThat(one.all())
                .contains("error required-column-without-default:thing.label 0002")
                .doesNotContain("required-column-without-default:thing.name")
                .doesNotContain("stale-acknowledgement");

        annotate("@Acknowledged(value = \"required-column-without-default\", because = \"it is empty\")");
        assertThat(run("check").code()).isZero();

        annotate("@Acknowledged(value = \"required-column-without-defaults\", because = \"it is empty\")");
        Ran wrong = run("check");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.all())
                .contains("stale-acknowledgement 0002")
                .contains("acknowledges required-column-without-defaults, and the file warns of");

        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?s)@Warning\\(\\{.*?}\\)", "@Warning(\"required-column-without-default\")"));
        annotate("@Acknowledged(value = \"required-column-without-default:thing.nam\", because = \"it is empty\")");
        Ran object = run("check");
        assertThat(object.code()).as(object.all()).isZero();
        assertThat(object.all())
                .contains("the revision does nothing to thing.nam")
                .contains("Is \"required-column-without-default:thing.name\" meant?");
        Ran verify = run("verify");
        assertThat(verify.all()).contains("the revision does nothing to thing.nam");
    }
}
