package dev.retort.cli.output;

import java.io.PrintStream;

/** Where results and errors are shown. Whatever passes here is made harmless first; colours come after. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final LiveLine live;
    private final boolean outIsTerminal;
    private final boolean colours;
    private final boolean quiet;
    private final boolean verbose;

    /**
     * A terminal.
     *
     * @param live the line that changes in place on {@code err}, the same for all that print there
     * @param outIsTerminal whether a person looks at {@code out}, and not a program
     * @param quiet whether remarks are left out
     * @param verbose whether details are shown, stack traces too
     */
    public Terminal(
            PrintStream out,
            PrintStream err,
            LiveLine live,
            boolean outIsTerminal,
            boolean colours,
            boolean quiet,
            boolean verbose) {
        this.out = out;
        this.err = err;
        this.live = live;
        this.outIsTerminal = outIsTerminal;
        this.colours = colours;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** Whether more than usual is shown. */
    public boolean verbose() {
        return verbose;
    }

    /** Shows a line of the result. */
    public void line(String text) {
        line(Part.plain(text));
    }

    /** Shows a line of the result made of coloured pieces. */
    public void line(Part... parts) {
        print(out, painted(parts));
    }

    /** Tells what was done, where the result is the deed and not what is printed; silent under {@code -q}. */
    public void did(Part... parts) {
        if (!quiet) {
            line(parts);
        }
    }

    /** Whether only errors and what a command is asked to print are shown. */
    public boolean quiet() {
        return quiet;
    }

    /** Shows a remark that is not the result; silent under {@code -q}. It goes to the error stream, so that results can be piped. */
    public void remark(Part... parts) {
        if (!quiet) {
            print(err, painted(parts));
        }
    }

    /** Shows a remark, see {@link #remark(Part...)}. */
    public void remark(String text) {
        remark(Part.plain(text));
    }

    /** Shows a detail, under {@code -v} alone. */
    public void detail(String text) {
        if (verbose) {
            print(err, painted(new Part(Ink.FAINT, text)));
        }
    }

    /** Shows a line on the error stream, whatever the flags. */
    public void error(Part... parts) {
        print(err, painted(parts));
    }

    /** Prints a document that other programs read, such as SQL: byte for byte where a program reads it, harmless where a person does. */
    public void document(String text) {
        live.above(() -> {
            out.print(outIsTerminal ? Harmless.lines(text) : text);
            if (!text.endsWith("\n") && !text.isEmpty()) {
                out.println();
            }
            out.flush();
        });
    }

    /** Shows a text on the line that changes in place; none where it is empty. */
    void inPlace(String text) {
        live.show(text.isEmpty() ? "" : painted(new Part(Ink.FAINT, text)));
    }

    private void print(PrintStream stream, String line) {
        live.above(() -> {
            stream.println(line);
            stream.flush();
        });
    }

    private String painted(Part... parts) {
        StringBuilder line = new StringBuilder();
        for (Part part : parts) {
            String text = Harmless.line(part.text());
            line.append(colours ? part.ink().paint(text) : text);
        }
        return line.toString();
    }
}
