package dev.retort.diff;

import java.util.List;

/**
 * A dropped and an added object that may be one under a new name.
 *
 * @param kind what it is: {@code table}, {@code column}, {@code index}, {@code constraint}, {@code sequence}, {@code enum}, {@code enum value}
 * @param from the dropped one, with its namespace
 * @param to the added one, with its namespace
 * @param option what {@code --rename} takes: {@code customer.fullname=full_name}
 * @param why what speaks for it, such as {@code with the same type}
 * @param score how likely it is; means something among those of one kind
 * @param within what of a renamed table may have another name too, as {@code --rename} takes it
 * @param styled how many names of it are of the same letters, its own and those within it
 */
public record RenameCandidate(
        String kind, String from, String to, String option, String why, int score, List<String> within, int styled)
        implements Gap {

    public RenameCandidate {
        within = List.copyOf(within);
    }

    /** One that has no parts. */
    public RenameCandidate(String kind, String from, String to, String option, String why, int score) {
        this(kind, from, to, option, why, score, List.of(), sameLetters(from, to) ? 1 : 0);
    }

    /** Whether it is a table or column that another naming strategy would spell this way. */
    boolean isStyle() {
        return (kind.equals("table") || kind.equals("column")) && sameLetters(from, to);
    }

    /** The last parts of the names, as the parts before them may be under new names already. */
    private static boolean sameLetters(String from, String to) {
        return Spelling.letters(from).equals(Spelling.letters(to));
    }
}
