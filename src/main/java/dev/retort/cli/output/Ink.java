package dev.retort.cli.output;

/** A colour of the terminal, by what it stands for. */
public enum Ink {
    PLAIN(""),
    BOLD("\u001b[1m"),
    FAINT("\u001b[2m"),
    GOOD("\u001b[32m"),
    ADDED("\u001b[32m"),
    REMOVED("\u001b[31m"),
    CHANGED("\u001b[33m"),
    WARNING("\u001b[33m"),
    ERROR("\u001b[31;1m"),
    REVISION("\u001b[36m");

    private static final String RESET = "\u001b[0m";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : code + text + RESET;
    }
}
