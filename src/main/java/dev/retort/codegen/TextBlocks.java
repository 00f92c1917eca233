package dev.retort.codegen;

import java.util.ArrayList;
import java.util.List;

/** Text blocks that mean exactly a given text: its trailing blanks, carriage returns, quotes and leading blanks included. */
final class TextBlocks {

    private static final int NARROWEST = 40;

    private TextBlocks() {}

    /** Whether a text has lines, and so reads better as a block. */
    static boolean hasLines(String text) {
        int newline = text.indexOf('\n');
        return newline > 0 && newline < text.stripTrailing().length() && isPossible(text);
    }

    /** Whether a text of one line can go on in the next. */
    static boolean canWrap(String text) {
        return text.length() > NARROWEST && text.indexOf(' ') > 0 && isPossible(text);
    }

    /** Blanks of other scripts would be stripped with the block's own indentation, even when they are escaped. */
    private static boolean isPossible(String text) {
        return text.chars().allMatch(c -> c <= ' ' || !Character.isWhitespace(c));
    }

    /**
     * A block, its lines after the first indented; a line that is too wide goes on in the next one.
     *
     * @param indent the blanks before each line of the text
     * @param width where lines end if they can
     */
    static String of(String text, int indent, int width) {
        List<String> lines = new ArrayList<>();
        String[] parts = text.split("\n", -1);
        boolean allIndented = allIndented(parts);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && parts[i].isEmpty() && parts.length > 1) {
                break;
            }
            String line = escape(parts[i]);
            if (allIndented && line.startsWith(" ")) {
                // Blanks that all lines share would be taken for the block's own indentation.
                line = "\\s" + line.substring(1);
                allIndented = false;
            }
            if (line.endsWith(" ")) {
                line = line.substring(0, line.length() - 1) + "\\s";
            }
            wrap(line, Math.max(width - indent, NARROWEST), lines);
        }
        String margin = " ".repeat(indent);
        StringBuilder out = new StringBuilder("\"\"\"");
        for (String line : lines) {
            out.append('\n').append(line.isEmpty() ? "" : margin).append(line);
        }
        if (text.endsWith("\n")) {
            return out.append('\n').append(margin).append("\"\"\"").toString();
        }
        if (endsWithBareQuote(out)) {
            out.insert(out.length() - 1, '\\');
        }
        return out.append("\"\"\"").toString();
    }

    private static boolean endsWithBareQuote(StringBuilder text) {
        int at = text.length() - 1;
        if (text.charAt(at) != '"') {
            return false;
        }
        int backslashes = 0;
        while (text.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 0;
    }

    private static boolean allIndented(String[] lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith(" ")) {
                return false;
            }
        }
        return true;
    }

    private static String escape(String line) {
        return JavaLiterals.escape(line).replace("\"\"\"", "\"\"\\\"");
    }

    /** A backslash at the end of a line joins it with the next one. */
    private static void wrap(String line, int width, List<String> into) {
        String rest = line;
        while (rest.length() > width) {
            int blank = lastBreak(rest, width - 2);
            if (blank < 0) {
                break;
            }
            into.add(rest.substring(0, blank + 1) + "\\");
            rest = rest.substring(blank + 1);
        }
        into.add(rest);
    }

    /** The last blank that a word follows and precedes; -1 for none. */
    private static int lastBreak(String line, int from) {
        for (int at = from; at > 0; at--) {
            if (line.charAt(at) == ' '
                    && line.charAt(at + 1) != ' '
                    && !line.substring(0, at).isBlank()) {
                return at;
            }
        }
        return -1;
    }
}
