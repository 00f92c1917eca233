package dev.retort.spring;

import java.util.regex.Pattern;

/** Text from a database or a revision, made harmless for a log that may be read at a terminal: what would move the cursor or forge a line is shown instead. */
final class LogText {

    /** Control characters, line and paragraph separators, and what turns the reading direction. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private LogText() {}

    /** The text on one line. */
    static String line(String text) {
        return shown(text.strip().replaceAll("\\s+", " "));
    }

    /** The text with its line breaks. */
    static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(lines.isEmpty() ? "" : "\n").append(shown(line)));
        return lines.toString();
    }

    private static String shown(String line) {
        return HARMFUL.matcher(line)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }
}
