package dev.retort.diff;

/**
 * A dropped and an added object that may be one under a new name.
 *
 * @param kind what it is: {@code table}, {@code column}, {@code index}, {@code constraint}, {@code sequence}, {@code enum}, {@code enum value}
 * @param from the dropped one, with its namespace
 * @param to the added one, with its namespace
 * @param option what {@code --rename} takes: {@code customer.fullname=full_name}
 * @param why what speaks for it, such as {@code with the same type}
 * @param score how likely it is; means something among those of one kind
 */
public record RenameCandidate(String kind, String from, String to, String option, String why, int score)
        implements Gap {

    /** Whether it is a table or column that another naming strategy would spell this way. */
    boolean isStyle() {
        return (kind.equals("table") || kind.equals("column")) && sameLetters(from, to);
    }

    /** The last parts of the names, as the parts before them may be under new names already. */
    private static boolean sameLetters(String from, String to) {
        return Spelling.letters(from).equals(Spelling.letters(to));
    }
}
