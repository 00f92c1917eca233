package dev.retort.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * All that a command takes from the world: so that a test may give another one.
 *
 * @param variables the environment variables
 * @param directory the folder that the command is called in, absolute
 * @param terminals which of {@code in}, {@code out} and {@code err} a person looks at
 * @param program what was typed to call Retort
 */
public record Surroundings(
        Map<String, String> variables,
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Clock clock,
        Set<String> terminals,
        String program) {

    public Surroundings {
        variables = Map.copyOf(variables);
        terminals = Set.copyOf(terminals);
    }

    /** Whether somebody is there to answer a question. */
    public boolean interactive() {
        return terminals.contains("in") && terminals.contains("err");
    }
}
