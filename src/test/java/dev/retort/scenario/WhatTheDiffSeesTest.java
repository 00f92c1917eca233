package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that says what is compared: each line of its table has scenarios, and they show it both ways. */
class WhatTheDiffSeesTest {

    private static final Path PAGE = Path.of("docs/what-the-diff-sees.md");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+/[A-Za-z0-9_-]+)`");

    private record Line(String object, String what, List<String> scenarios) {}

    @Test
    void everyLineIsShownBothWays() throws IOException {
        // What a test of its own holds names that test instead.
        assertThat(lines())
                .hasSizeGreaterThan(50)
                .filteredOn(line -> !line.what.endsWith("Test`"))
                .allSatisfy(line -> {
                    assertThat(line.scenarios).as(line.toString()).isNotEmpty().allSatisfy(name -> assertThat(
                                    Scenario.ROOT.resolve(name).resolve("from.sql"))
                            .exists());
                    assertThat(line.what.endsWith("is nothing")
                                    || line.scenarios.stream().anyMatch(WhatTheDiffSeesTest::isBothWays))
                            .as(line + " is shown both ways")
                            .isTrue();
                });
    }

    @Test
    void noObjectIsLeftOut() throws IOException {
        assertThat(lines().stream().map(Line::object).distinct())
                .contains(
                        "schema",
                        "table",
                        "column",
                        "primary key",
                        "unique",
                        "foreign key",
                        "check",
                        "exclusion constraint",
                        "index",
                        "sequence",
                        "enum",
                        "composite type",
                        "domain",
                        "view");
    }

    private static boolean isBothWays(String scenario) {
        try {
            String plan = Files.readString(Scenario.ROOT.resolve(scenario).resolve("plan.txt"));
            int down = plan.indexOf("== down\n");
            return down > "== up\n".length() && plan.length() > down + "== down\n".length();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(l -> !l.startsWith("| object "))
                .takeWhile(l -> l.startsWith("| "))
                .skip(2)
                .map(l -> l.split(" \\| ", 3))
                .map(cells -> new Line(
                        cells[0].substring(2),
                        cells[1],
                        NAME.matcher(cells[2])
                                .results()
                                .map(MatchResult::group)
                                .map(name -> name.substring(1, name.length() - 1))
                                .toList()))
                .toList();
    }
}
