package dev.retort.command.config.toml;

/** A text that is not TOML. */
public final class TomlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * What is wrong.
     *
     * @param line the line, from 1
     * @param message one sentence
     */
    TomlException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, in a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
