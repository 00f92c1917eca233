package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script itself. */
class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void worksThroughLinksFromAnyFolder() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("some bin"));
        Path direct = Files.createSymbolicLink(bin.resolve("retort"), Launched.LAUNCHER);
        Path relative = Files.createSymbolicLink(folder.resolve("r"), Path.of("some bin/retort"));
        assertThat(Launched.program(direct, folder, Map.of(), "--version").out())
                .startsWith("retort ");
        assertThat(Launched.program(relative, bin, Map.of(), "--version").out()).startsWith("retort ");
    }

    @Test
    void handsOnExitCodesAndArgumentsAsTheyAre() throws IOException {
        Path project = Files.createDirectories(folder.resolve("größe 値"));
        Launched made =
                Launched.in(folder, Map.of("LC_ALL", "", "LANG", ""), "init", "größe 値", "--package", "a.größe");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(Files.readString(project.resolve("retort.toml"))).contains("package = \"a.größe\"");
        assertThat(Launched.in(project, Map.of(), "init").code()).isEqualTo(2);
    }

    @Test
    void honoursJavaHome() {
        Launched launched = Launched.in(folder, Map.of("JAVA_HOME", folder.toString()), "--version");
        assertThat(launched.code()).isEqualTo(2);
        assertThat(launched.err()).contains("JAVA_HOME is " + folder);
        assertThat(Launched.in(folder, Map.of("JAVA_HOME", System.getProperty("java.home")), "--version")
                        .code())
                .isZero();
    }
}
