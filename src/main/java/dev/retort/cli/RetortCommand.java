package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.cli.options.CommandEcho;
import dev.retort.cli.options.GlobalOptions;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.LiveLine;
import dev.retort.cli.output.Terminal;
import dev.retort.command.config.Config;
import dev.retort.command.config.ConfigLoader;
import dev.retort.runtime.StopSignal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: what all of them share. */
@Command(
        name = "retort",
        description = "Schema revisions for PostgreSQL, distilled from JPA entities.",
        synopsisSubcommandLabel = "COMMAND",
        abbreviateSynopsis = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes:",
            "  0  done, and nothing was found",
            "  1  it worked, and the answer is no: differences, a failed proof, not at head",
            "  2  usage, settings, entities or revision files are wrong; nothing was changed",
            "  3  the database refused or failed; what was kept and what not is said",
            "  4  refused for safety: a protected environment, or a step that takes rows away, and nobody confirmed",
            "",
            "Each option of every command is also a key of retort.toml (classpath = […]) and a variable (RETORT_CLASSPATH);",
            "the command line wins over the variable, the variable over the file. retort COMMAND --help says the rest."
        })
final class RetortCommand implements Runnable {

    private final LiveLine live;
    private final StopSignal stop = new StopSignal();
    private final Surroundings surroundings;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli writes it, and acts on it by itself
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Config config;

    RetortCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.live = new LiveLine(surroundings.err());
    }

    @Override
    public void run() {
        CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(known.commandLine(), "A command is missing");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Asks what it runs to stop. */
    StopSignal stop() {
        return stop;
    }

    /** The line that changes in place. */
    LiveLine live() {
        return live;
    }

    GlobalOptions options() {
        return options;
    }

    /** The settings of this run, read once. */
    Config config() {
        if (config == null) {
            config = loader().load(options.settings(surroundings.directory()), options.config(), options.env());
        }
        return config;
    }

    ConfigLoader loader() {
        return new ConfigLoader(surroundings.variables(), surroundings.directory());
    }

    /** The terminal as configured, or as far as the command line and the variables say where the configuration is not read. */
    Terminal terminal() {
        return Terminals.of(surroundings, options, known(), live);
    }

    /** What is known of how to print; null where even the command line is wrong. */
    private @Nullable Config known() {
        if (config != null) {
            return config;
        }
        if (surroundings.terminals().contains("out")) {
            try {
                // Whoever wants no colours may have said so in the file alone.
                return config();
            } catch (RetortException unreadable) {
                return withoutFile();
            }
        }
        return withoutFile();
    }

    private @Nullable Config withoutFile() {
        try {
            return loader().withoutFile(options.settings(surroundings.directory()));
        } catch (RetortException wrong) {
            // It is told by the command that wants to know.
            return null;
        }
    }

    /** Begins to tell of something that may take long; to be closed when it is over. */
    Activity activity() {
        return Terminals.progress(surroundings, config()).begin(terminal(), surroundings.clock());
    }

    /** Shows errors, with cures to be typed as they are. */
    ErrorPrinter errors() {
        return new ErrorPrinter(terminal(), this::typed);
    }

    /** A text with its commands, such as {@code retort upgrade head}, as they are to be typed for the project and the database of this run. */
    String typed(String text) {
        return echo().complete(text);
    }

    /** The same for a project whose settings say by now what the options of this run did. */
    String typedAnew(String text) {
        return echo(new GlobalOptions()).complete(text);
    }

    private CommandEcho echo() {
        return echo(options);
    }

    private CommandEcho echo(GlobalOptions stated) {
        return new CommandEcho(stated, surroundings.program(), Subcommands.names());
    }

    /** Shows what is said of some tenants alone; the named commands are for these and for no other. */
    ErrorPrinter errors(Collection<String> tenants, Collection<String> commands) {
        return new ErrorPrinter(terminal(), echo().ofTenants(tenants, commands)::complete);
    }
}
