package dev.retort.diff;

/**
 * A dropped and an added object that may be one under a new name.
 *
 * @param kind what it is: {@code table}, {@code column}, {@code index}, {@code constraint}, {@code sequence}, {@code enum}, {@code enum value}
 * @param from the dropped one, with its namespace
 * @param to the added one, with its namespace
 * @param option what {@code --rename} takes: {@code customer.fullname=full_name}
 * @param why what speaks for it, such as {@code with the same type}
 */
public record RenameCandidate(String kind, String from, String to, String option, String why) implements Gap {}
