package dev.retort.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retort completion}. */
@Command(
        name = "completion",
        description = {
            "Prints a script that lets bash and zsh complete commands, options and their values.",
            "",
            "  source <(retort completion)   here; in ~/.bashrc or ~/.zshrc everywhere"
        },
        abbreviateSynopsis = true)
final class CompletionCommand extends Subcommand {

    private static final Pattern VALUES = Pattern.compile("_(option|pos_param)_args=\\(.*");

    /** The shells that read the script. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(
            paramLabel = "bash|zsh",
            arity = "0..1",
            description = "The shell; either reads the same script, so it need not be named.")
    @SuppressWarnings("UnusedVariable") // so that another shell is refused by name
    private @Nullable Shell shell;

    @Override
    public Integer call() {
        CommandLine line = new CommandLine(new RetortCommand(surroundings()));
        Subcommands.add(line, new String[0]);
        // Values as the help spells them, not as Java does.
        Matcher values = VALUES.matcher(AutoComplete.bash("retort", line));
        terminal()
                .document(values.replaceAll(
                        found -> Matcher.quoteReplacement(found.group().toLowerCase(Locale.ROOT))));
        return DONE;
    }
}
