package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about reading the model: each of its facts has a test, and the test is there. */
class ReadingTheModelTest {

    private static final Path PROJECT = Path.of(System.getProperty("retort.project", "."));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void everyFactHasATestThatExists() throws IOException {
        List<String> facts = Files.readAllLines(PROJECT.resolve("docs/reading-the-model.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fact ") && !line.startsWith("| --- "))
                .toList();
        assertThat(facts).hasSizeGreaterThan(30);
        for (String fact : facts) {
            List<MatchResult> tests = TEST.matcher(fact).results().toList();
            assertThat(tests).as(fact).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(source(test.group(1))).as(fact).contains("    void " + test.group(2) + "(");
            }
        }
    }

    private static String source(String testClass) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/test/java"))) {
            Path file = files.filter(f -> f.endsWith(testClass + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + testClass));
            return Files.readString(file);
        }
    }
}
