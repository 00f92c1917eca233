package dev.retort.codegen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of any content inside a Javadoc comment: it neither ends the comment, nor is read as a tag, as HTML or as a unicode escape. */
final class JavadocText {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** What would end the comment, be read as a unicode escape, or as a tag of its own at the start of a line. */
    private static final Pattern HARMFUL = Pattern.compile("\\*/|\\\\u|(?<!\\S)@|\\\\$");

    private static final Pattern PLAIN_CODE = Pattern.compile("[^`{}\\\\@*]+");

    /** Stands for a blank at which no line may break, until the lines are made. */
    static final String KEEP = "\0";

    private static final int SHORT = 70;

    private JavadocText() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '\\' -> out.append("&#92;");
                case '*' -> out.append("&#42;");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                default -> out.appendCodePoint(JavaLiterals.isVisible(c) ? c : ' ');
            }
        });
        return out.toString().replaceAll(" {2,}", " ").strip();
    }

    /** Escaped, what stands in backquotes set as code. */
    static String code(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = CODE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (!isCode(matcher.group(1))) {
                continue;
            }
            out.append(keepBlanks(text.substring(from, matcher.start())));
            out.append("{@code" + KEEP).append(shown(matcher.group(1))).append('}');
            from = matcher.end();
        }
        return out.append(keepBlanks(text.substring(from))).toString().strip();
    }

    /** Whether a text can stand between the braces of a tag as it is. */
    private static boolean isCode(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open == 0 && !HARMFUL.matcher(text).find();
    }

    /** What to type as code, what to do as it is. */
    static String cure(String cure) {
        if (!PLAIN_CODE.matcher(cure).matches()) {
            return code(cure);
        }
        String typed = "{@code" + KEEP + visible(cure) + "}.";
        return cure.startsWith("--")
                ? "Run again with " + typed
                : cure.startsWith("retort ") ? "Type " + typed : code(cure);
    }

    private static String keepBlanks(String text) {
        String escaped = escape(text);
        String before = text.startsWith(" ") && !escaped.isEmpty() ? " " : "";
        String after = text.endsWith(" ") ? " " : "";
        return before + escaped + after;
    }

    /** A command, in which nothing has two meanings. */
    private static String visible(String text) {
        return kept(JavaLiterals.comment(text));
    }

    /** Code letter by letter, backslashes of regular expressions too. */
    private static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(JavaLiterals.isVisible(c) ? c : ' '));
        return kept(out.toString().strip());
    }

    /** A short piece stays on its line. */
    private static String kept(String visible) {
        return visible.length() > SHORT ? visible : visible.replace(" ", KEEP);
    }
}
