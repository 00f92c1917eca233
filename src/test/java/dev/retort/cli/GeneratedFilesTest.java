package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/generated-files.md shows is what the tool writes. */
class GeneratedFilesTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("retort.project", "")).toAbsolutePath();

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern LEFT_OUT = Pattern.compile("^ *…\n", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void theExample() throws IOException {
        shows(
                "An edit of the example",
                Files.readString(
                        PROJECT.resolve("generated/com/acme/shop/migrations/R0004_TakePaymentsAndVouchers.java")),
                3);
    }

    @Test
    void aModelOfHibernate() throws IOException {
        try (Stream<Path> jars = Files.list(PROJECT.resolve("target/models"))) {
            String classpath =
                    String.join("', '", jars.sorted().map(Path::toString).toList());
            TestProject.write(folder, Path.of(classpath), "org.hibernate.testing.orm.domain.helpdesk");
        }
        shows("A model of Hibernate's own", written("help desk"), 1);
    }

    @Test
    void threeHundredEntities() throws IOException {
        ManyEntities.compile(folder);
        TestProject.write(folder, folder.resolve("classes"), "acme");
        shows("Three hundred entities", written("create the schema"), 2);
    }

    /** The parts of each block stand in the file, in their order. */
    private static void shows(String section, String file, int blocks) throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/generated-files.md"));
        int start = page.indexOf("\n## " + section + "\n");
        int end = page.indexOf("\n## ", start + 1);
        List<String> shown = BLOCK.matcher(page.substring(start, end < 0 ? page.length() : end))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();
        assertThat(shown).hasSize(blocks);
        for (String block : shown) {
            assertThat(file).containsSubsequence(LEFT_OUT.split(block));
        }
    }

    private String written(String message) {
        Map<String, String> variables = new HashMap<>(TestProject.scratch());
        Ran ran =
                Ran.in(folder, variables, "-q", "revision", "--autogenerate", "--no-proof", "--stdout", "-m", message);
        assertThat(ran.code()).as(ran.all()).isZero();
        return ran.out();
    }
}
