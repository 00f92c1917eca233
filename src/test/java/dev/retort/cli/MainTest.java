package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every command has in common. */
class MainTest {

    @TempDir
    Path folder;

    @Test
    void everyCommandHasHelpWithItsOwnOptionsFirst() {
        Ran root = Ran.in(folder, "--help");
        assertThat(root.code()).isZero();
        assertThat(root.out()).contains("Commands:", "init", "--hibernate-properties");

        Ran init = Ran.in(folder, "init", "--help");
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("Usage: retort init", "Options of every command:", "--config");
    }

    @Test
    void saysItsVersion() {
        assertThat(Ran.in(folder, "--version").out()).startsWith("retort ");
    }

    @Test
    void aMissingCommandIsAUsageError() {
        Ran ran = Ran.in(folder);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("error: A command is missing", "fix: See retort --help");
    }

    @Test
    void aMisspeltCommandNamesTheNearest() {
        Ran ran = Ran.in(folder, "inti");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Unmatched argument at index 0: 'inti'", "Did you mean init");
    }

    @Test
    void aMisspeltOptionNamesTheNearest() {
        Ran ran = Ran.in(folder, "init", "--revisons", "x");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--revisons", "Did you mean --revisions");
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() throws Exception {
        assertThat(Ran.in(folder, "--package", "a.b", "init", "one").code()).isZero();
        assertThat(Ran.in(folder, "init", "two", "--package", "a.b").code()).isZero();
        assertThat(Files.readString(folder.resolve("one/retort.toml")))
                .contains("package = \"a.b\"")
                .isEqualTo(Files.readString(folder.resolve("two/retort.toml")));
    }

    @Test
    void aStackTraceComesWithVerboseAlone() {
        Ran quiet = Ran.in(folder, "-c", "missing.toml", "init", "--color", "never");
        assertThat(quiet.err()).doesNotContain("\tat ", "    at dev.retort");
    }

    @Test
    void initWritesASettingsFileThatIsReadBackAndNeverOverwrites() throws Exception {
        Ran ran = Ran.in(folder, "init");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("wrote retort.toml");
        assertThat(folder.resolve("src/main/java/migrations")).isDirectory();

        String before = Files.readString(folder.resolve("retort.toml"));
        Ran again = Ran.in(folder, "init");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("already", "never overwrites");
        assertThat(Files.readString(folder.resolve("retort.toml"))).isEqualTo(before);
    }

    @Test
    void errorsAreColouredOnATerminalUnlessNoColorIsSet() {
        Set<String> terminals = Set.of("out", "err", "in");
        Ran.in(folder, "init");
        Ran coloured = Ran.answering(folder, Map.of("RETORT_COLOR", "always"), terminals, "", "init");
        assertThat(coloured.err()).contains("error: ");
        assertThat(Ran.answering(folder, Map.of("NO_COLOR", "1"), terminals, "", "init")
                        .err())
                .doesNotContain("\u001b[");
    }
}
