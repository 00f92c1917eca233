package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.options.GlobalOptions;
import dev.retort.cli.output.LiveLine;
import dev.retort.cli.output.ProgressStyle;
import dev.retort.cli.output.Terminal;
import dev.retort.command.config.Config;
import org.jspecify.annotations.Nullable;

/** Makes the terminal that the surroundings and the settings ask for. */
final class Terminals {

    private Terminals() {}

    /** The terminal; colours are off where what says so is wrong. */
    static Terminal of(Surroundings surroundings, GlobalOptions options, @Nullable Config config, LiveLine live) {
        boolean colours = false;
        boolean quiet = options.quiet();
        boolean more = options.verbose();
        if (config != null) {
            try {
                colours = colours(surroundings, config.color());
                quiet = config.quiet();
                more = config.verbose();
            } catch (UsageException wrong) {
                // Whoever prints is about to say so, or has another error to say.
                colours = false;
            }
        }
        return new Terminal(
                surroundings.out(),
                surroundings.err(),
                live,
                surroundings.terminals().contains("out"),
                colours,
                quiet,
                more);
    }

    /** How long work is told of: on a terminal in place, elsewhere in lines; in place, too, where that is asked for always, as where a terminal is not seen. */
    static ProgressStyle progress(Surroundings surroundings, Config config) {
        if (config.quiet() || config.progress().equals("never")) {
            return ProgressStyle.SILENT;
        }
        boolean terminal = surroundings.terminals().contains("err")
                && !"dumb".equals(surroundings.variables().get("TERM"));
        return terminal || config.progress().equals("always") ? ProgressStyle.IN_PLACE : ProgressStyle.LINES;
    }

    private static boolean colours(Surroundings surroundings, String wanted) {
        return switch (wanted) {
            case "always" -> true;
            case "never" -> false;
            default ->
                surroundings.terminals().contains("out")
                        // By no-color.org's rule an empty one says nothing.
                        && surroundings.variables().getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(surroundings.variables().get("TERM"));
        };
    }
}
