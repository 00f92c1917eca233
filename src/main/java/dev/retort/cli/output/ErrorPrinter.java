package dev.retort.cli.output;

import dev.retort.RetortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Shows an error in three parts: what failed on which object, why, and the cure; the stack trace only to who asked for it. */
public final class ErrorPrinter {

    /** The exit code of an error that nobody foresaw: the command cannot say that nothing was changed. */
    private static final int UNFORESEEN = 3;

    private final Terminal terminal;
    private final UnaryOperator<String> commands;

    /**
     * Prints to that terminal.
     *
     * @param commands makes the commands of a text ones to type as they are
     */
    public ErrorPrinter(Terminal terminal, UnaryOperator<String> commands) {
        this.terminal = terminal;
        this.commands = commands;
    }

    /** Shows any error and returns the exit code it stands for. */
    public int print(Throwable error) {
        int code;
        if (error instanceof RetortException known) {
            print(known.failure(), known.reason(), known.cure());
            code = known.exitCode();
        } else {
            print(
                    "Retort failed in a way that it did not foresee",
                    error.getClass().getName() + (error.getMessage() == null ? "" : ": " + error.getMessage()),
                    terminal.verbose()
                            ? "This is a bug; please report it with the stack trace below."
                            : "This is a bug; run again with -v and report it with the stack trace.");
            code = UNFORESEEN;
        }
        if (terminal.verbose()) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> terminal.error(new Part(Ink.FAINT, line.replace("\t", "    "))));
        }
        return code;
    }

    /** A text with its commands as they are to be typed. */
    public String typed(String text) {
        return commands.apply(text);
    }

    /** Shows an error by its three parts; an empty one is left out. */
    public void print(String failure, String reason, String cure) {
        parts(terminal::error, new Part(Ink.ERROR, "error: "), failure, reason, cure);
    }

    /** Shows by the same parts what is wrong and keeps nothing from being done; silent under {@code -q}. */
    public void warn(String what, String why, String cure) {
        parts(terminal::remark, new Part(Ink.WARNING, "warning: "), what, why, cure);
    }

    private void parts(Consumer<Part[]> lines, Part label, String what, String why, String cure) {
        lines.accept(new Part[] {label, new Part(Ink.BOLD, what)});
        part(lines, "why", why);
        part(lines, "fix", commands.apply(cure));
    }

    private static void part(Consumer<Part[]> lines, String word, String text) {
        String label = "  " + word + ": ";
        for (String line : text.lines().dropWhile(String::isBlank).toList()) {
            lines.accept(new Part[] {new Part(Ink.FAINT, label), Part.plain(line.stripTrailing())});
            label = "       ";
        }
    }
}
