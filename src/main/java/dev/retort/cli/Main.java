package dev.retort.cli;

import dev.retort.StoppedException;
import dev.retort.cli.options.HelpLayout;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/** The entry point of the command line. */
public final class Main {

    /** What Retort is called by who has it on the path. */
    private static final String NAME = "retort";

    private static final int USUAL_WIDTH = 80;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // What is printed is UTF-8 whatever the locale: JSON must be, and one answer is better than two.
        Output out = new Output(new FileOutputStream(FileDescriptor.out), Output::standardIsPipe);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Quietness.hush(err);
        Interruption.watch();
        int code = run(
                args,
                new Surroundings(
                        System.getenv(),
                        in,
                        out,
                        err,
                        Path.of("").toAbsolutePath(),
                        Clock.systemUTC(),
                        terminals(),
                        System.getProperty("retort.program", NAME)));
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** How wide help may be: as wide as the terminal, where somebody says how wide that is. */
    private static int width(Surroundings surroundings) {
        String columns = surroundings.variables().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** What the launcher found out; where none could, on Windows, a console of Java's own is a terminal in all three. */
    @SuppressWarnings("SystemConsoleNull") // asked only where null says it
    private static Set<String> terminals() {
        String found = System.getProperty("retort.terminal");
        if (found != null) {
            return Set.of(found.split(",", -1));
        }
        // From 22 on there is a console where there is no terminal, unless the old one is asked for.
        boolean meansTerminal =
                Runtime.version().feature() < 22 || "java.base".equals(System.getProperty("jdk.console"));
        return meansTerminal && System.console() != null ? Set.of("in", "out", "err") : Set.of();
    }

    /** Runs one command; the tests' entry. */
    static int run(String[] args, Map<String, String> variables, PrintStream out, PrintStream err, Path directory) {
        return run(
                args,
                new Surroundings(
                        variables,
                        new BufferedReader(Reader.nullReader()),
                        out,
                        err,
                        directory,
                        Clock.systemUTC(),
                        Set.of(),
                        NAME));
    }

    /** Whether a word is the option, or short options of which it may be one. */
    private static boolean mayAskForHelp(String word) {
        return word.startsWith("--help") || (word.startsWith("-") && !word.startsWith("--") && word.indexOf('h') > 0);
    }

    /** Runs one command in the given surroundings and returns its exit code. */
    static int run(String[] typed, Surroundings surroundings) {
        String[] args = HelpWords.arrange(typed);
        RetortCommand root = new RetortCommand(surroundings);
        CommandLine line = new CommandLine(root);
        Subcommands.add(line, args);
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageErrors(root));
        line.setExecutionExceptionHandler(
                (error, command, parsed) -> Interruption.happened() && !(error instanceof StoppedException)
                        ? Interruption.CODE
                        : root.errors().print(error));
        if (Arrays.stream(args).anyMatch(Main::mayAskForHelp)) {
            HelpLayout.apply(line, width(surroundings));
        }
        Interruption.began(root.stop(), root.live(), root::errors);
        try {
            int code = line.execute(NegativeTargets.protect(args));
            return surroundings.out() instanceof Output output && output.isLost()
                    ? root.errors().print(output.error())
                    : code;
        } catch (Throwable error) {
            // An Error too, such as memory that does not suffice, is told in three parts.
            return root.errors().print(error);
        } finally {
            Interruption.ended();
        }
    }
}
