package dev.retort.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code retort completion}. */
@Command(
        name = "completion",
        description = {
            "Prints a script that lets bash and zsh complete commands, options and their values.",
            "",
            "  source <(retort completion)              this shell; in ~/.bashrc or ~/.zshrc every one",
            "  retort completion > /etc/bash_completion.d/retort",
            "                                           every bash of this machine"
        },
        abbreviateSynopsis = true)
final class CompletionCommand extends Subcommand {

    @Override
    public Integer call() {
        CommandLine line = new CommandLine(new RetortCommand(surroundings()));
        Subcommands.add(line, new String[0]);
        terminal().document(AutoComplete.bash("retort", line));
        return DONE;
    }
}
