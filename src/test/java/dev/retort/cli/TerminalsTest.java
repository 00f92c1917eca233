package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.output.ProgressStyle;
import dev.retort.command.config.Config;
import dev.retort.command.config.ConfigKey;
import dev.retort.command.config.ConfigLoader;
import dev.retort.command.config.Setting;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalsTest {

    @TempDir
    Path folder;

    private ProgressStyle style(String progress, boolean quiet, Set<String> terminals, String term) {
        Map<String, String> variables = Map.of("TERM", term);
        Surroundings surroundings = new Surroundings(
                variables,
                new BufferedReader(Reader.nullReader()),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()),
                folder,
                Clock.systemUTC(),
                terminals,
                "retort");
        Map<ConfigKey, Setting> settings = new HashMap<>();
        settings.put(ConfigKey.PROGRESS, Setting.of(List.of(progress), folder, "--progress"));
        settings.put(ConfigKey.QUIET, Setting.of(List.of("" + quiet), folder, "-q"));
        Config config = new ConfigLoader(variables, folder).load(settings, null, null);
        return Terminals.progress(surroundings, config);
    }

    @Test
    void longWorkIsToldInPlaceOnATerminalAndInLinesElsewhere() {
        assertThat(style("auto", false, Set.of("out", "err"), "xterm")).isEqualTo(ProgressStyle.IN_PLACE);
        assertThat(style("auto", false, Set.of("out"), "xterm")).isEqualTo(ProgressStyle.LINES);
        assertThat(style("always", false, Set.of(), "xterm")).isEqualTo(ProgressStyle.IN_PLACE);
        assertThat(style("always", false, Set.of("err"), "dumb")).isEqualTo(ProgressStyle.IN_PLACE);
        assertThat(style("auto", false, Set.of("out", "err"), "dumb")).isEqualTo(ProgressStyle.LINES);
        assertThat(style("never", false, Set.of("out", "err"), "xterm")).isEqualTo(ProgressStyle.SILENT);
        assertThat(style("always", true, Set.of("out", "err"), "xterm")).isEqualTo(ProgressStyle.SILENT);
    }
}
