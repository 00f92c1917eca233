package dev.retort.cli;

import dev.retort.cli.output.Harmless;
import dev.retort.diff.Questioner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks at the terminal: a list with arrow keys where keys can be had one by one, otherwise a number or yes and no. Questions go to the error stream, as they
 * are no result.
 */
final class TerminalQuestioner implements Questioner {

    private static final Set<String> YES = Set.of("y", "yes");

    private static final Set<String> NO = Set.of("", "n", "no");

    private final BufferedReader in;
    private final PrintStream err;
    private final Optional<Keyboard> keyboard;

    /**
     * A questioner.
     *
     * @param keyboard gives keys one by one; empty where only whole lines can be read
     */
    TerminalQuestioner(BufferedReader in, PrintStream err, Optional<Keyboard> keyboard) {
        this.in = in;
        this.err = err;
        this.keyboard = keyboard;
    }

    static TerminalQuestioner of(Surroundings surroundings) {
        return new TerminalQuestioner(
                surroundings.in(), surroundings.err(), Keyboard.ofProcess(surroundings.variables()));
    }

    @Override
    public int choose(String question, List<String> options) {
        err.println("? " + Harmless.line(question));
        List<String> harmless = options.stream().map(Harmless::line).toList();
        int chosen = keyboard.isPresent()
                ? byKeys(keyboard.get(), harmless)
                : options.size() == 2 ? yesOrNo(harmless) : byNumber(harmless);
        return chosen;
    }

    @Override
    public String type(String question) {
        err.println("? " + Harmless.line(question));
        err.print("> ");
        err.flush();
        String line = line();
        return line == null ? "" : line;
    }

    @Override
    public void refuse(String why) {
        err.println("  " + Harmless.line(why));
    }

    @Override
    public void done(List<String> options) {
        err.println("The same without questions: " + Harmless.line(String.join(" ", options)));
    }

    private int byKeys(Keyboard keys, List<String> options) {
        int at = 0;
        int width = keys.width();
        Keyboard.Session session = keys.open();
        try {
            show(options, at, width);
            while (true) {
                Key key = Key.read(in);
                switch (key.kind()) {
                    case UP -> at = (at + options.size() - 1) % options.size();
                    case DOWN -> at = (at + 1) % options.size();
                    case YES -> at = 0;
                    case NO, END -> at = options.size() - 1;
                    case DIGIT -> at = Math.min(Math.max(1, key.digit()), options.size()) - 1;
                    case ENTER, OTHER -> {}
                }
                // Up to the first option, and clear from there.
                err.print("\u001b[" + options.size() + "A\r\u001b[J");
                if (key.settles(options.size())) {
                    err.println("> " + options.get(at));
                    return at;
                }
                show(options, at, width);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            session.close();
        }
    }

    /** A line that the terminal breaks would be counted as one. */
    private void show(List<String> options, int at, int width) {
        for (int i = 0; i < options.size(); i++) {
            String line = (i == at ? "> " : "  ") + options.get(i);
            err.println(line.length() < width ? line : line.substring(0, Math.max(1, width - 2)) + "…");
        }
        err.flush();
    }

    private int yesOrNo(List<String> options) {
        err.println("  y: " + options.get(0));
        err.println("  n: " + options.get(1));
        while (true) {
            err.print("[y/N] ");
            err.flush();
            String line = line();
            String answer = line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
            if (NO.contains(answer)) {
                return 1;
            } else if (YES.contains(answer)) {
                return 0;
            }
            refuse("Type y or n, or nothing for n.");
        }
    }

    private int byNumber(List<String> options) {
        int last = options.size();
        for (int i = 0; i < last; i++) {
            err.println("  " + (i + 1) + ": " + options.get(i));
        }
        while (true) {
            err.print("[" + last + "] ");
            err.flush();
            String line = line();
            if (line == null || line.isBlank()) {
                return last - 1;
            } else if (line.strip().matches("\\d{1,4}")) {
                int number = Integer.parseInt(line.strip());
                if (number >= 1 && number <= last) {
                    return number - 1;
                }
            }
            refuse("Type a number from 1 to " + last + ", or nothing for " + last + ".");
        }
    }

    private @Nullable String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
