package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL apart as PostgreSQL's own lexer and psql's do: words, quotes and comments whole, all else character by character.
 *
 * <p>Source: PostgreSQL's manual, "Lexical Structure".
 */
final class SqlLexer {

    /** What a token is. */
    enum Kind {
        WORD,
        /** A string, a quoted identifier, or text between dollars. */
        QUOTED,
        COMMENT,
        /** One character outside of all these, blanks among them. */
        OTHER
    }

    /**
     * A piece of the SQL; all of them together are the SQL.
     *
     * @param closed false for a quote or a comment whose end is missing
     */
    record Token(Kind kind, String text, boolean closed) {

        boolean is(char c) {
            return kind == Kind.OTHER && text.charAt(0) == c;
        }

        boolean isBlank() {
            return kind == Kind.OTHER && text.isBlank();
        }

        /** A comment that ends with its line. */
        boolean isLineComment() {
            return kind == Kind.COMMENT && text.startsWith("--");
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '\'') {
            string(false);
        } else if ((c == 'E' || c == 'e') && sql.startsWith("'", at + 1)) {
            string(true);
        } else if (c == '"') {
            add(Kind.QUOTED, endOfQuote(at, '"', false));
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            add(Kind.COMMENT, end < 0 ? sql.length() : end);
        } else if (sql.startsWith("/*", at)) {
            add(Kind.COMMENT, endOfComment());
        } else if (c == '$') {
            dollar();
        } else if (startsWord(c)) {
            int end = at + 1;
            while (end < sql.length() && (inTag(sql.charAt(end)) || sql.charAt(end) == '$')) {
                end++;
            }
            add(Kind.WORD, end);
        } else {
            add(Kind.OTHER, at + 1);
        }
    }

    /** In {@code E'…'} a backslash escapes, also in the parts of it that follow on further lines. */
    private void string(boolean escapes) {
        int end = endOfQuote(escapes ? at + 1 : at, '\'', escapes);
        while (escapes && end > 0) {
            int further = end;
            while (further < sql.length() && Character.isWhitespace(sql.charAt(further))) {
                further++;
            }
            boolean goesOn =
                    sql.startsWith("'", further) && sql.substring(end, further).indexOf('\n') >= 0;
            if (!goesOn) {
                break;
            }
            end = endOfQuote(further, '\'', true);
        }
        add(Kind.QUOTED, end);
    }

    /** A doubled quote ends one quote and begins another, which comes to the same. */
    private int endOfQuote(int from, char quote, boolean escapes) {
        int i = from + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (escapes && c == '\\') {
                i += 2;
            } else if (c == quote && escapes && sql.startsWith("''", i)) {
                i += 2;
            } else if (c == quote) {
                return i + 1;
            } else {
                i++;
            }
        }
        return -1;
    }

    /** PostgreSQL's comments nest. */
    private int endOfComment() {
        int depth = 0;
        int i = at;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return -1;
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && inTag(sql.charAt(end))) {
            end++;
        }
        boolean tag = sql.startsWith("$", end) && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
        if (!tag) {
            add(Kind.OTHER, at + 1);
            return;
        }
        String quote = sql.substring(at, end + 1);
        int close = sql.indexOf(quote, end + 1);
        add(Kind.QUOTED, close < 0 ? -1 : close + quote.length());
    }

    private void add(Kind kind, int end) {
        int stop = end < 0 ? sql.length() : end;
        tokens.add(new Token(kind, sql.substring(at, stop), end >= 0));
        at = stop;
    }

    private static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
    }

    private static boolean inTag(char c) {
        return startsWord(c) || (c >= '0' && c <= '9');
    }
}
