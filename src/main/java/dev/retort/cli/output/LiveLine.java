package dev.retort.cli.output;

import java.io.PrintStream;

/** The line at the bottom of a terminal that is written anew in place; every other line goes above it. One for all that is shown at a time. */
public final class LiveLine {

    /** To the first column, and nothing behind it. */
    private static final String CLEAR = "\r\u001b[2K";

    /** What is longer than the terminal is wide is cut by the terminal, whose width may change at any time: a broken line could not be rewritten. */
    private static final String CUT = "\u001b[?7l";

    private static final String BREAK = "\u001b[?7h";

    private final PrintStream err;
    private String text = "";
    private boolean ended;

    /** A line on the error stream, empty at first. */
    public LiveLine(PrintStream err) {
        this.err = err;
    }

    /** Shows a text, harmless and coloured already, in the place of the one before; none where it is empty. */
    synchronized void show(String line) {
        if (ended || line.equals(text)) {
            return;
        }
        text = line;
        paint();
    }

    /** Prints something above the line. */
    synchronized void above(Runnable print) {
        if (text.isEmpty()) {
            print.run();
            return;
        }
        err.print(CLEAR);
        err.flush();
        print.run();
        paint();
    }

    /** Takes the line away for good. */
    public synchronized void end() {
        if (!text.isEmpty()) {
            show("");
        }
        ended = true;
    }

    private void paint() {
        err.print(text.isEmpty() ? CLEAR : CLEAR + CUT + text + BREAK);
        err.flush();
    }
}
