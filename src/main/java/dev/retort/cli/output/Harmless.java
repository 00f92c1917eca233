package dev.retort.cli.output;

/**
 * Text from a database, a model or a file, made harmless for a terminal: what would move the cursor, change colours or turn the reading direction is shown
 * instead of done.
 */
public final class Harmless {

    private Harmless() {}

    /** The text on one line: line breaks and tabs are shown too. */
    public static String line(String text) {
        return made(text, false);
    }

    /** The text with its line breaks and tabs as they are. */
    public static String lines(String text) {
        return made(text, true);
    }

    private static String made(String text, boolean layout) {
        StringBuilder harmless = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kept = !harmful(c) || (layout && (c == '\n' || c == '\t'));
            if (!kept && harmless == null) {
                harmless = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (harmless != null) {
                harmless.append(kept ? String.valueOf(c) : shown(c));
            }
        }
        return harmless == null ? text : harmless.toString();
    }

    /** Control characters of both blocks, line and paragraph separators, and the marks that turn the reading direction. */
    private static boolean harmful(char c) {
        return Character.isISOControl(c)
                || (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }

    private static String shown(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
