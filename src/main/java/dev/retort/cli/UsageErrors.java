package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.command.config.Nearest;
import java.util.Collection;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows what is wrong with a command line, the nearest right spelling, and where the help is. */
final class UsageErrors implements IParameterExceptionHandler {

    private static final int USAGE = 2;

    private final RetortCommand root;

    UsageErrors(RetortCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        ErrorPrinter printer = root.errors();
        if (error.getCause() instanceof RetortException known) {
            return printer.print(known);
        }
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String help = "See " + command.qualifiedName() + " --help";
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            unmatched(
                    printer,
                    command,
                    NegativeTargets.unprotect(unmatched.getUnmatched().get(0)),
                    help);
        } else if (command.parent() == null) {
            printer.print(sentence(error), "", commands() + "\n" + help);
        } else {
            printer.print(sentence(error), "", help);
        }
        return USAGE;
    }

    private static void unmatched(ErrorPrinter printer, CommandSpec command, String word, String help) {
        boolean option = word.startsWith("-");
        boolean atRoot = command.parent() == null;
        if (!option && !atRoot) {
            printer.print(
                    "There is one argument too many for " + command.qualifiedName() + ": \"" + word + "\"", "", help);
            return;
        }
        Collection<String> candidates = option ? command.optionsMap().keySet() : Subcommands.names();
        String cure = Nearest.to(option ? word.replaceFirst("=.*", "") : word, candidates)
                .map(near -> "Did you mean " + near + "?")
                .orElse(option ? "" : commands());
        printer.print(
                "There is no " + (option ? "option " : "command ") + "\"" + word + "\"",
                "",
                cure + (cure.isEmpty() ? "" : "\n") + help);
    }

    private static String commands() {
        return "The commands are " + String.join(", ", Subcommands.names()) + ".";
    }

    private static String sentence(ParameterException error) {
        return NegativeTargets.unprotect(String.valueOf(error.getMessage()));
    }
}
