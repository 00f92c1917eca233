package dev.retort.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** One command that was run inside this JVM: its exit code and what it printed. */
record Ran(int code, String out, String err) {

    /** The moment at which every command of the tests runs. */
    static final Instant NOW = Instant.parse("2026-11-20T14:02:11Z");

    /** Runs a command in a folder. */
    static Ran in(Path directory, String... args) {
        return in(directory, Map.of(), args);
    }

    /** Runs a command in a folder with environment variables. */
    static Ran in(Path directory, Map<String, String> variables, String... args) {
        return answering(directory, variables, Set.of(), "", args);
    }

    /** Runs a command at a terminal where somebody types. */
    static Ran answering(
            Path directory, Map<String, String> variables, Set<String> terminals, String typed, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new Surroundings(
                        variables,
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        directory,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        terminals,
                        "retort"));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Both streams, for a message whose stream does not matter. */
    String all() {
        return out + err;
    }
}
