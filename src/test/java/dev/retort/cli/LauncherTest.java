package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void anArchiveThatFitsNothingBreaksNothing() throws IOException {
        Path home = Files.createDirectories(folder.resolve("an other place"));
        Path original = Launched.LAUNCHER.getParent().getParent();
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.copy(original.resolve("bin/retort"), bin.resolve("retort"));
        try (Stream<Path> jars = Files.list(original.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().matches("(retort|picocli).*jar|java.sh"))
                    .toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        Path archive = Path.of(Launched.program(
                        Path.of("/bin/sh"),
                        folder,
                        Map.of(),
                        "-c",
                        "home=$1; . \"$1/lib/java.sh\"; echo \"$archive\"",
                        "sh",
                        home.toString())
                .out()
                .strip());
        assertThat(archive).hasParentRaw(lib);
        for (String content : List.of("", "no archive at all".repeat(1000))) {
            Files.writeString(archive, content);
            Launched launched = Launched.program(bin.resolve("retort"), folder, Map.of(), "--version");
            assertThat(launched.code()).isZero();
            assertThat(launched.out()).startsWith("retort ").hasLineCount(1);
            assertThat(launched.err()).isEmpty();
        }
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
