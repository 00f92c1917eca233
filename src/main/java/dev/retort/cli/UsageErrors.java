package dev.retort.cli;

import dev.retort.Nearest;
import dev.retort.RetortException;
import dev.retort.UsageException;
import dev.retort.cli.output.ErrorPrinter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows what is wrong with a command line, why, the nearest right spelling, and where the help is. */
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
            // A converter knows the value, and not whose it is.
            return error.getArgSpec() instanceof OptionSpec option
                    ? printer.print(new UsageException(
                                    option.longestName() + ": " + known.failure(), known.reason(), known.cure())
                            .causedBy(known))
                    : printer.print(known);
        }
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String help = "See " + command.qualifiedName() + " --help";
        ArgSpec argument = error.getArgSpec();
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            unmatched(
                    printer,
                    command,
                    NegativeTargets.unprotect(unmatched.getUnmatched().get(0)),
                    help);
        } else if (command.parent() == null && argument == null && !(error instanceof OverwrittenOptionException)) {
            printer.print(sentence(error), "one word says what to do.", commands() + "\n" + help);
        } else if (error instanceof MissingParameterException
                && unknownOption(command, args).isPresent()) {
            // The parser says what is missing first, and that may be what the misspelt option was for.
            unmatched(printer, command, unknownOption(command, args).get(), help);
        } else if (error instanceof MissingParameterException missing) {
            missing(printer, command, missing.getMissing(), help);
        } else if (error instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            printer.print(option.longestName() + " stands twice", "it has one value.", "Leave one out.\n" + help);
        } else if (argument != null && error.getValue() != null) {
            wrong(printer, argument, error.getValue(), help);
        } else {
            printer.print(sentence(error), argument == null ? "" : meaning(argument), help);
        }
        return USAGE;
    }

    private static Optional<String> unknownOption(CommandSpec command, String[] args) {
        return Arrays.stream(args)
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.matches("--[A-Za-z].*|-[A-Za-z]"))
                .filter(word -> !command.optionsMap().containsKey(word.replaceFirst("=.*", "")))
                .findFirst();
    }

    private static void missing(ErrorPrinter printer, CommandSpec command, List<ArgSpec> arguments, String help) {
        boolean stands = arguments.size() == 1 && arguments.get(0) instanceof OptionSpec option && !option.required();
        String named = arguments.stream().map(UsageErrors::spelling).collect(Collectors.joining(" "));
        String why = arguments.stream().map(UsageErrors::meaning).collect(Collectors.joining("\n"));
        printer.print(
                stands ? "The value of " + named + " is missing" : command.qualifiedName() + " needs " + named,
                why,
                stands ? help : command.qualifiedName() + " " + named + "\n" + help);
    }

    private static void wrong(ErrorPrinter printer, ArgSpec argument, Object value, String help) {
        String near = "";
        String why = meaning(argument);
        if (argument.type().isEnum()) {
            List<String> words = Arrays.stream(argument.type().getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .toList();
            why = "It is one of " + String.join(", ", words) + ".";
            near = Nearest.to(value.toString().toLowerCase(Locale.ROOT), words)
                    .map(word -> "Did you mean " + word + "?\n")
                    .orElse("");
        }
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        printer.print(name + " cannot be \"" + value + "\"", why, near + help);
    }

    private static String spelling(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.shortestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String meaning(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static void unmatched(ErrorPrinter printer, CommandSpec command, String word, String help) {
        boolean option = word.startsWith("-");
        boolean atRoot = command.parent() == null;
        if (!option && !atRoot) {
            String takes = command.positionalParameters().stream()
                    .map(ArgSpec::paramLabel)
                    .collect(Collectors.joining(" "));
            printer.print(
                    "There is one argument too many for " + command.qualifiedName() + ": \"" + word + "\"",
                    takes.isEmpty() ? "it takes none." : "it takes " + takes + ".",
                    help);
            return;
        }
        Collection<String> candidates = option ? command.optionsMap().keySet() : Subcommands.names();
        String near = AlembicWords.instead(word)
                .or(() -> Nearest.to(option ? word.replaceFirst("=.*", "") : word, candidates)
                        .map(name -> "Did you mean " + name + "?"))
                .orElse(option ? "" : commands());
        printer.print(
                "There is no " + (option ? "option " : "command ") + "\"" + word + "\"",
                command.qualifiedName() + (option ? " does not know it." : " has no command of that name."),
                Stream.of(near, help).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n")));
    }

    private static String commands() {
        return "The commands are " + String.join(", ", Subcommands.names()) + ".";
    }

    private static String sentence(ParameterException error) {
        return NegativeTargets.unprotect(String.valueOf(error.getMessage()));
    }
}
