package dev.retort.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A fragment of SQL as words, quoted names, strings and symbols, read from left to right; enough to tell clauses apart, never what an expression
 * means. Text that ends inside a string or parenthesis is taken to its end.
 */
final class SqlTokens {

    /** Where a token lies in the text; {@code word} is upper-case, and empty for what is no word. */
    record Token(int start, int end, String word) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    SqlTokens(String text) {
        this.text = text;
        int from = 0;
        while (from < text.length()) {
            char c = text.charAt(from);
            if (Character.isWhitespace(c)) {
                from++;
                continue;
            }
            int to = end(from);
            boolean word = Character.isJavaIdentifierStart(c) && c != '$' && text.charAt(to - 1) != '\'';
            tokens.add(new Token(from, to, word ? text.substring(from, to).toUpperCase(Locale.ROOT) : ""));
            from = to;
        }
    }

    private int end(int from) {
        char c = text.charAt(from);
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(from + 1, c, false);
        }
        if (c == '$') {
            return dollarQuoted(from);
        }
        if (Character.isJavaIdentifierStart(c)) {
            int to = from + 1;
            while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
                to++;
            }
            boolean prefixed = to == from + 1 && to < text.length() && text.charAt(to) == '\'';
            return prefixed ? quoted(to + 1, '\'', c == 'e' || c == 'E') : to;
        }
        if (Character.isDigit(c)) {
            int to = from + 1;
            while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '.')) {
                to++;
            }
            return to;
        }
        return from + (text.startsWith("::", from) ? 2 : 1);
    }

    private int quoted(int from, char quote, boolean escapes) {
        int to = from;
        while (to < text.length()) {
            char c = text.charAt(to++);
            if (c == '\\' && escapes) {
                to++;
            } else if (c == quote && to < text.length() && text.charAt(to) == quote) {
                to++;
            } else if (c == quote) {
                return to;
            }
        }
        return text.length();
    }

    private int dollarQuoted(int from) {
        int tagEnd = text.indexOf('$', from + 1);
        if (tagEnd < 0) {
            return from + 1;
        }
        String tag = text.substring(from, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        return close < 0 ? from + 1 : close + tag.length();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** The next token as a word in upper case; empty where it is none. */
    String peek() {
        return atEnd() ? "" : tokens.get(at).word();
    }

    /** The next token as it is written; empty at the end. */
    String peekText() {
        return atEnd() ? "" : text(at);
    }

    private String text(int token) {
        return text.substring(tokens.get(token).start(), tokens.get(token).end());
    }

    /** Takes one token with its place; there must be one. */
    Token next() {
        return tokens.get(at++);
    }

    /** Takes one token as it is written; empty at the end. */
    String take() {
        return atEnd() ? "" : text(at++);
    }

    /** Takes all of the words, or none of them. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size()
                    || !(tokens.get(at + i).word().equals(words[i])
                            || text(at + i).equals(words[i]))) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Takes a balanced pair of parentheses and gives what stands in it, as written; empty where none opens here. */
    String parenthesised() {
        if (!peekText().equals("(")) {
            return "";
        }
        int open = tokens.get(at).end();
        skipBalanced();
        int close = tokens.get(at - 1).start();
        return text.substring(open, Math.max(open, text.charAt(close) == ')' ? close : text.length()))
                .strip();
    }

    private void skipBalanced() {
        int depth = 0;
        do {
            String token = take();
            if (token.equals("(") || token.equals("[")) {
                depth++;
            } else if (token.equals(")") || token.equals("]")) {
                depth--;
            }
        } while (depth > 0 && !atEnd());
    }

    /** Takes everything up to one of these words, or symbols, outside of parentheses; as written, at least one token. */
    String until(Set<String> stops) {
        if (atEnd()) {
            return "";
        }
        int from = tokens.get(at).start();
        do {
            skipBalanced();
        } while (!atEnd() && !stops.contains(peek()) && !stops.contains(peekText()));
        return text.substring(from, tokens.get(at - 1).end());
    }

    /** Takes all that is left, as written. */
    String rest() {
        if (atEnd()) {
            return "";
        }
        int from = tokens.get(at).start();
        at = tokens.size();
        return text.substring(from).strip();
    }

    /** Where reading stands, to come back to. */
    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    /** Splits a text at its semicolons, those inside parentheses and quotes left alone; no statement is empty. */
    static List<String> statements(String text) {
        SqlTokens tokens = new SqlTokens(text);
        List<String> statements = new ArrayList<>();
        while (!tokens.atEnd()) {
            if (!tokens.accept(";")) {
                statements.add(tokens.until(Set.of(";")));
            }
        }
        return statements;
    }

    /** Splits a list at its commas, those inside parentheses and quotes left alone; no part is empty. */
    static List<String> list(String text) {
        SqlTokens tokens = new SqlTokens(text);
        List<String> parts = new ArrayList<>();
        while (!tokens.atEnd()) {
            if (!tokens.accept(",")) {
                parts.add(tokens.until(Set.of(",")));
            }
        }
        return parts;
    }
}
