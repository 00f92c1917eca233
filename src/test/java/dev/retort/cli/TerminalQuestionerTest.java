package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalQuestionerTest {

    private static final List<String> THREE = List.of("first", "second", "none");
    private static final List<String> TWO = List.of("yes, rename it", "no");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private TerminalQuestioner asking(String typed, boolean keys) {
        return new TerminalQuestioner(
                new BufferedReader(new StringReader(typed)),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                keys ? Optional.of(() -> () -> {}) : Optional.empty());
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "'\n', 0",
        "'\u001b[B\n', 1",
        "'\u001bOB\u001bOB\r', 2",
        "'\u001b[A\n', 2",
        "'jjk\n', 1",
        "'2\n', 1",
        "'9\n', 2",
        "'\u001b[1;5B\n', 1",
        "'x\n', 0",
        "'', 2",
        "'\u0004', 2",
        "'\u001b', 2",
        "'n\n', 2",
    })
    void keysMoveAndEnterChooses(String typed, int chosen) {
        assertThat(asking(typed, true).choose("which?", THREE)).isEqualTo(chosen);
        assertThat(shown()).startsWith("? which?").endsWith("\u001b[J> " + THREE.get(chosen) + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"y, 0", "n, 1", "'\n', 0", "'\u001b[B\n', 1"})
    void oneKeyAnswersYesOrNo(String typed, int chosen) {
        assertThat(asking(typed, true).choose("sure?", TWO)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"'y\n', 0", "'Yes\n', 0", "'n\n', 1", "'\n', 1", "'', 1", "'1\nyep\ny\n', 0", "'x\n', 1"})
    void withoutKeysALineAnswers(String typed, int chosen) {
        assertThat(asking(typed, false).choose("sure?", TWO)).isEqualTo(chosen);
        assertThat(shown()).contains("[y/N]").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"'1\n', 0", "'2\n', 1", "'\n', 2", "'', 2", "'7\nx\n2\n', 1"})
    void withoutKeysANumberChooses(String typed, int chosen) {
        assertThat(asking(typed, false).choose("which?", THREE)).isEqualTo(chosen);
    }

    @Test
    void aNameOfTheDatabaseCannotActOnTheTerminal() {
        asking("1\n", false).choose("\u001b[2Jgone?", List.of("a\u001b]0;x\u0007", "b", "c"));
        assertThat(shown()).doesNotContain("\u001b").doesNotContain("\u0007");
    }

    @Test
    void aLongOptionStaysOnItsLine() {
        asking("\n", true).choose("which?", List.of("x".repeat(200), "none"));
        assertThat(shown().lines().skip(1).limit(2)).allMatch(line -> line.length() < 80);
    }

    @Test
    void aTextIsALine() {
        assertThat(asking("lower(name)\n", true).type("what?")).isEqualTo("lower(name)");
        assertThat(asking("", true).type("what?")).isEmpty();
    }
}
