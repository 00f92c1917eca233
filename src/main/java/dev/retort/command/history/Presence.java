package dev.retort.command.history;

/** Whether a database has a revision. */
public enum Presence {
    /** No database was asked. */
    UNKNOWN,
    APPLIED,
    PENDING
}
