package dev.retort.cli.output;

import dev.retort.operation.Operation;

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

    /** What an operation does to a schema: adds, removes or changes. */
    public static Ink of(Operation operation) {
        String kind = operation.kind();
        if (kind.startsWith("drop")) {
            return REMOVED;
        }
        return kind.startsWith("create") || kind.startsWith("add") ? ADDED : CHANGED;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : code + text + RESET;
    }
}
