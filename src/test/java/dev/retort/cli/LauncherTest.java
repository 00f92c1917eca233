package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            for (Path jar : jars.filter(file -> file.getFileName()
                            .toString()
                            .matches("(retort|picocli|jackson-core|postgresql).*jar|java.sh"))
                    .toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        Path archive = Path.of(Launched.program(
                        Path.of("/bin/sh"),
                        folder,
                        Map.of(),
                        "-c",
                        "home=$1; . \"$1/lib/java.sh\"; echo \"$1/lib/short$jvm.jsa\"",
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
    void anAgentIsGivenNoArchive() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path original = Launched.LAUNCHER.getParent().getParent();
        for (String file : List.of("bin/retort", "lib/java.sh")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(original.resolve(file), home.resolve(file));
        }
        Path java = Files.createDirectories(folder.resolve("java/bin"));
        Files.writeString(java.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.resolve("java").toFile().setExecutable(true)).isTrue();
        Files.writeString(java.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
        String archive = "-XX:SharedArchiveFile=" + Files.createFile(home.resolve("lib/short-17.0.1.jsa"));
        for (String option :
                List.of("-javaagent:a.jar", "-agentlib:jdwp", "-agentpath:a.so", "-XX:StartFlightRecording:name=a")) {
            for (String variable :
                    List.of("RETORT_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
                Map<String, String> variables =
                        Map.of("JAVA_HOME", java.getParent().toString(), variable, "-Da=b " + option + " -Dc=d");
                assertThat(Launched.program(home.resolve("bin/retort"), folder, variables, "heads")
                                .out())
                        .as("%s in %s", option, variable)
                        .contains("dev.retort.cli.Main")
                        .doesNotContain(archive);
            }
        }
        Map<String, String> plain =
                Map.of("JAVA_HOME", java.getParent().toString(), "JAVA_TOOL_OPTIONS", "-Duser.name=agent");
        assertThat(Launched.program(home.resolve("bin/retort"), folder, plain, "heads")
                        .out())
                .contains(archive);
    }

    @Test
    void everyCommandIsGivenItsJars() throws IOException {
        Pattern names = Pattern.compile("^ +([a-z-]+( \\| [a-z-]+)+)\\)", Pattern.MULTILINE);
        Matcher lines = names.matcher(Files.readString(Launched.LAUNCHER));
        assertThat(lines.results()
                        .flatMap(line -> Arrays.stream(line.group(1).split(" \\| ", -1)))
                        .filter(word -> !word.equals("--version")))
                .containsExactlyInAnyOrderElementsOf(Subcommands.names());
    }

    /** What runs on Windows alone cannot be tried elsewhere: it is held against the script that can. */
    @Test
    void theLauncherOfWindowsSaysTheSame() throws IOException {
        String unix = Files.readString(Launched.LAUNCHER);
        String windows = Files.readString(Launched.LAUNCHER.resolveSibling("retort.bat"));
        assertThat(windows.replace("\r\n", ""))
                .as("cmd finds no label in lines of another end")
                .doesNotContain("\n");

        String run = windows.lines()
                .filter(line -> line.startsWith("\"%RETORT_JAVA%\""))
                .findFirst()
                .orElseThrow();
        String execute = unix.substring(unix.indexOf("exec \"$java\""));
        // The console of Java's own is what the other finds out by itself.
        assertThat(options(run.replace("-Djdk.console=java.base", ""))).isEqualTo(options(execute));
        assertThat(options(execute)).contains("-XX:+UseSerialGC", "-Dretort.program=");

        String lib = Files.readString(Launched.LAUNCHER.getParent().resolveSibling("lib/java.sh"));
        assertThat(lib).contains("\nfull=\"$home/lib/*\"\n");
        assertThat(windows).contains("\r\nset \"RETORT_LIB=%~dp0..\\lib\"\r\n");
        assertThat(unix).contains("set -- ${RETORT_JAVA_OPTS:-} -cp \"$classpath\" dev.retort.cli.Main \"$@\"\n");
        assertThat(run).endsWith(" %RETORT_JAVA_OPTS% -cp \"%RETORT_LIB%\\*\" dev.retort.cli.Main %*");
        assertThat(windows).endsWith("\r\nexit /b %ERRORLEVEL%\r\n");
        assertThat(errors(windows)).hasSize(4).isEqualTo(errors(lib));
    }

    /** Those that both scripts give to Java, without the values that each finds out in its own way. */
    private static List<String> options(String command) {
        return Pattern.compile("(?<=[ \"])-[XD][^ \"]+")
                .matcher(command.substring(0, Math.max(command.indexOf(" %RETORT"), command.indexOf(" \"$@\""))))
                .results()
                .map(option -> option.group().replaceFirst("(-Dretort\\.\\w+=).*", "$1"))
                .filter(option -> !option.equals("-Dretort.terminal="))
                .toList();
    }

    /** What the scripts say themselves, by the words of the one. */
    private static List<String> errors(String script) {
        return script.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("echo "))
                .map(line -> line.replaceFirst("echo \"?", "")
                        .replaceFirst("\"? 1?>&2$", "")
                        .replace("%JAVA_HOME%", "$JAVA_HOME")
                        .replace("bin\\java.exe", "bin/java"))
                .sorted()
                .toList();
    }

    @Test
    void theShortClassPathHoldsAllThatItsCommandsUse() throws IOException {
        Files.writeString(folder.resolve("retort.toml"), "revisions = \".\"\npackage = \"m\"\n");
        Files.writeString(Files.createDirectory(folder.resolve("m")).resolve("R1.java"), """
                package m;

                import dev.retort.migration.*;

                @Revision(id = "1", revises = {}, message = "one", created = "2026-01-01T00:00:00Z")
                public final class R1 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("CREATE TABLE a (b integer)");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("a");
                    }
                }
                """);
        Database database = TestServer.fresh();
        Map<String, String> at = new HashMap<>(Addresses.password(database));
        at.put("RETORT_URL", Addresses.url(database));
        for (String command : List.of(
                "upgrade head",
                "current --format json",
                "heads --format json",
                "history -i --format json",
                "downgrade 1:base --sql",
                "downgrade base --yes",
                "stamp head",
                "completion bash",
                "--version")) {
            Launched launched = Launched.in(folder, at, command.split(" ", -1));
            assertThat(launched.code()).as("%s: %s", command, launched.err()).isZero();
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
