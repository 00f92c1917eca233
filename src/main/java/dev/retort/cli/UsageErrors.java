package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.cli.output.ErrorPrinter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
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
        ErrorPrinter printer = new ErrorPrinter(root.terminal());
        if (error.getCause() instanceof RetortException known) {
            return printer.print(known);
        }
        CommandLine command = error.getCommandLine();
        String help = "See " + command.getCommandSpec().qualifiedName() + " --help";
        List<String> suggestions =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String cure = suggestions.isEmpty() ? help : "Did you mean " + String.join(" or ", suggestions) + "?\n" + help;
        printer.print(NegativeTargets.unprotect(String.valueOf(error.getMessage())), "", cure);
        return USAGE;
    }
}
