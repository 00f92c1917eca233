package dev.retort;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant by a misspelt word, for the cure of an error. */
public final class Nearest {

    /** One edit in so many characters is a slip; more is another word. */
    private static final int CHARACTERS_AN_EDIT = 3;

    private Nearest() {}

    /** The candidate that takes the fewest edits, if it takes few enough for its length to be a slip; or the only one that begins with the word. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> isSlip(word, candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> begunBy(word, candidates));
    }

    /** Whether one word takes so few edits to become the other that they may be one, misspelt. */
    public static boolean isSlip(String word, String other) {
        return distance(word, other) <= allowed(word, other);
    }

    private static int allowed(String word, String candidate) {
        return Math.min(word.length(), candidate.length()) / CHARACTERS_AN_EDIT;
    }

    private static Optional<String> begunBy(String word, Collection<String> candidates) {
        var begun = candidates.stream()
                .filter(candidate -> word.length() > 1 && candidate.startsWith(word))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /** Levenshtein's distance, where two neighbours that changed places are one edit (optimal string alignment), in characters. */
    public static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, String a, String b, int i, int j) {
        int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
