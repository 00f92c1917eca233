package dev.retort.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names compared by their letters, as {@code fullname}, {@code full_name} and {@code fullName} are one. */
final class Spelling {

    private Spelling() {}

    static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether the one holds the other, or they share a word. */
    static boolean related(String a, String b) {
        String left = letters(a);
        String right = letters(b);
        if (left.contains(right) || right.contains(left)) {
            return true;
        }
        Set<String> words = words(a);
        words.retainAll(words(b));
        return !words.isEmpty();
    }

    private static Set<String> words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return new HashSet<>(Arrays.asList(spaced.split("[^\\p{L}\\p{N}]+", -1)));
    }
}
