package dev.retort.codegen;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of any content as Java source that means exactly that text, and shows what it holds. */
final class JavaLiterals {

    private JavaLiterals() {}

    /** A string literal on one line. */
    static String quote(String text) {
        return '"' + escape(text).replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /**
     * All but quotes and newlines. What is not seen, or changes how its neighbours are seen, is escaped, so that no text can make the source look other
     * than it is.
     */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        boolean afterLoneSurrogate = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\\' && afterLoneSurrogate) {
                // There javac forgets that a backslash escapes the next one.
                out.append("\\134");
            } else {
                escape(c, out);
            }
            afterLoneSurrogate = Character.getType(c) == Character.SURROGATE;
        }
        return out.toString();
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append('\n');
            case '\r' -> out.append("\\r");
            default -> {
                if (isVisible(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x20 || c == 0x7f) {
                    // Not as a unicode escape: javac reads those before it reads the literal.
                    out.append('\\').append(String.format(Locale.ROOT, "%03o", c));
                } else {
                    for (char unit : Character.toChars(c)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                    }
                }
            }
        }
    }

    /** One line of a comment: nothing in it ends the comment or is read as a unicode escape. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\\') {
                out.append('/');
            } else {
                out.appendCodePoint(isVisible(c) ? c : ' ');
            }
        });
        return out.toString().strip();
    }

    /** One line of a comment, with its backslashes: none begins a unicode escape, as a backslash behind another one begins none (JLS 3.3). */
    static String verbatimComment(String text) {
        return Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u")
                .matcher(text.codePoints()
                        .map(c -> isVisible(c) ? c : ' ')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "\\\\u"))
                .strip();
    }

    static boolean isVisible(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
