package dev.retort.command.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The comparisons of a check, as the server prints it: what stands on both sides of each operator, however deep in AND, OR and parentheses. */
final class Comparisons {

    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>");

    /**
     * One comparison.
     *
     * @param left SQL
     * @param operator {@code =}, {@code <}, {@code >}, {@code <=}, {@code >=} or {@code <>}
     * @param right SQL
     */
    record Comparison(String left, String operator, String right) {

        Comparison turned() {
            String other =
                    switch (operator) {
                        case "<" -> ">";
                        case ">" -> "<";
                        case "<=" -> ">=";
                        case ">=" -> "<=";
                        default -> operator;
                    };
            return new Comparison(/* left= */ right, other, /* right= */ left);
        }
    }

    private final List<Comparison> found = new ArrayList<>();

    private Comparisons() {}

    /** Those of a check. */
    static List<Comparison> of(String sql) {
        Comparisons comparisons = new Comparisons();
        comparisons.read(sql);
        return comparisons.found;
    }

    private void read(String sql) {
        String text = bare(sql);
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        int operator = -1;
        String symbol = "";
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\'' || c == '"') {
                end = quoted(text, at);
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (Character.isLetter(c) || c == '_') {
                end = word(text, at);
                String word = text.substring(at, end).toUpperCase(Locale.ROOT);
                if (depth == 0 && (word.equals("AND") || word.equals("OR"))) {
                    parts.add(text.substring(start, at));
                    start = end;
                } else if (depth == 0
                        && word.equals("NOT")
                        && text.substring(start, at).isBlank()) {
                    start = end;
                }
            } else if (depth == 0 && "<>=!~@#&|*+-/%^?".indexOf(c) >= 0) {
                end = symbols(text, at);
                if (operator < 0 && OPERATORS.contains(text.substring(at, end))) {
                    operator = at;
                    symbol = text.substring(at, end);
                }
            }
            at = end;
        }
        if (!parts.isEmpty() || start > 0) {
            parts.add(text.substring(start));
            parts.forEach(this::read);
        } else if (operator > 0) {
            found.add(new Comparison(
                    text.substring(0, operator).strip(),
                    symbol,
                    text.substring(operator + symbol.length()).strip()));
        }
    }

    /** Without the parentheses around all of it. */
    static String bare(String sql) {
        String text = sql.strip();
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static int closing(String text) {
        int depth = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = quoted(text, at);
                continue;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static int quoted(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at++;
        }
        return Math.min(text.length(), at + 1);
    }

    private static int word(String text, int start) {
        int at = start;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static int symbols(String text, int start) {
        int at = start;
        while (at < text.length() && "<>=!~@#&|*+-/%^?".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
