package dev.retort.cli;

import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** Asks somebody at the terminal to agree to a change. */
final class Consent {

    private static final Set<String> YES = Set.of("y", "yes");

    private final Surroundings surroundings;
    private final Terminal terminal;

    Consent(Surroundings surroundings, Terminal terminal) {
        this.surroundings = surroundings;
        this.terminal = terminal;
    }

    /** Whether there is somebody to ask. */
    boolean possible() {
        return surroundings.interactive();
    }

    /**
     * Asks; false where nobody is there, or the answer is anything else.
     *
     * @param what what will be done, as a sentence
     * @param environment the name that has to be typed; empty where {@code y} is enough
     */
    boolean given(String what, String environment) {
        if (!possible()) {
            return false;
        }
        terminal.error(Part.plain(what
                + (environment.isEmpty()
                        ? " Go on? [y/N]"
                        : " Type the environment's name (" + environment + ") to go on:")));
        String answer = answer();
        return environment.isEmpty() ? YES.contains(answer.toLowerCase(Locale.ROOT)) : environment.equals(answer);
    }

    private String answer() {
        try {
            String line = surroundings.in().readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
