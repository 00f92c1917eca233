package dev.retort.database;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wrote about a connection.
 *
 * @param origin where, in words, such as {@code the variable PGPORT}
 */
record Stated(String text, String origin) {

    /** The first that was written at all. */
    static @Nullable Stated first(@Nullable Stated... candidates) {
        for (Stated candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    /** What was written; null for nothing. */
    static @Nullable Stated of(@Nullable String text, String origin) {
        return text == null ? null : new Stated(text, origin);
    }

    /** The same where an empty text counts as none. */
    static @Nullable Stated nonEmpty(@Nullable String text, String origin) {
        return text == null || text.isEmpty() ? null : new Stated(text, origin);
    }
}
