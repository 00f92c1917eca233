package dev.retort.cli;

import dev.retort.cli.output.Activity;
import dev.retort.cli.output.Terminal;
import dev.retort.command.config.Config;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** What every subcommand starts from: the surroundings, the settings and the terminal. */
abstract class Subcommand implements Callable<Integer> {

    /** The exit code of a command that did what it was asked. */
    static final int DONE = 0;

    /** The exit code of a command that worked, and whose answer is no. */
    static final int NO = 1;

    @ParentCommand
    private @Nullable RetortCommand parent;

    /** Runs the command and returns its exit code. */
    @Override
    public abstract Integer call();

    final RetortCommand retort() {
        return Objects.requireNonNull(parent);
    }

    final Surroundings surroundings() {
        return retort().surroundings();
    }

    final Config config() {
        return retort().config();
    }

    final Terminal terminal() {
        return retort().terminal();
    }

    /** Begins to tell of something that may take long; to be closed when it is over. */
    final Activity activity() {
        return retort().activity();
    }

    /** A parameter that the parser has made sure of. */
    static <T> T given(@Nullable T parameter) {
        return Objects.requireNonNull(parameter);
    }
}
