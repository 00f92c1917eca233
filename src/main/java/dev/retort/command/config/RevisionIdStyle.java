package dev.retort.command.config;

/** How the ids of new revisions are made. */
public enum RevisionIdStyle {
    /** {@code 0001}, {@code 0002} …: the number after the greatest there is. */
    SEQUENCE,
    /** Twelve hexadecimal digits of what the revision is. */
    HASH
}
