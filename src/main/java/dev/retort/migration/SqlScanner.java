package dev.retort.migration;

import java.util.ArrayList;
import java.util.List;

/** Finds {@code :name} in SQL, where it is not inside a string, a quoted identifier, a comment or a cast. */
final class SqlScanner {

    /** What a part of the SQL is. */
    enum Kind {
        CODE,
        /** A string, a quoted identifier or a comment. */
        QUOTED,
        /** A parameter; the text is its name. */
        PARAMETER
    }

    /** One part of the SQL. */
    record Part(Kind kind, String text) {}

    private final String sql;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int codeFrom;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    static List<Part> parts(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        scanner.scan();
        return scanner.parts;
    }

    private void scan() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'') {
                quoted(endOfQuote('\'', isEscapeString()));
            } else if (c == '"') {
                quoted(endOfQuote('"', false));
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                quoted(end < 0 ? sql.length() : end);
            } else if (sql.startsWith("/*", at)) {
                quoted(endOfComment());
            } else if (c == '$' && !followsWord()) {
                dollar();
            } else if (c == ':') {
                colon();
            } else {
                at++;
            }
        }
        code();
    }

    /** In {@code E'…'} a backslash escapes. */
    private boolean isEscapeString() {
        return at > 0
                && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e')
                && (at == 1 || !isWord(sql.charAt(at - 2)));
    }

    private int endOfQuote(char quote, boolean escapes) {
        int i = at + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (escapes && c == '\\') {
                i += 2;
            } else if (c == quote) {
                return i + 1;
            } else {
                i++;
            }
        }
        return sql.length();
    }

    /** Comments nest. */
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
        return sql.length();
    }

    private void dollar() {
        int i = at + 1;
        while (i < sql.length() && isWord(sql.charAt(i))) {
            i++;
        }
        boolean opens =
                i < sql.length() && sql.charAt(i) == '$' && (i == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
        if (!opens) {
            at++;
            return;
        }
        String tag = sql.substring(at, i + 1);
        int end = sql.indexOf(tag, i + 1);
        quoted(end < 0 ? sql.length() : end + tag.length());
    }

    private void colon() {
        if (sql.startsWith("::", at) || sql.startsWith(":=", at)) {
            at += 2;
            return;
        }
        int i = at + 1;
        if (i >= sql.length() || !isWord(sql.charAt(i)) || Character.isDigit(sql.charAt(i))) {
            at++;
            return;
        }
        while (i < sql.length() && isWord(sql.charAt(i))) {
            i++;
        }
        code();
        parts.add(new Part(Kind.PARAMETER, sql.substring(at + 1, i)));
        at = i;
        codeFrom = i;
    }

    private void quoted(int end) {
        code();
        parts.add(new Part(Kind.QUOTED, sql.substring(at, Math.min(end, sql.length()))));
        at = end;
        codeFrom = end;
    }

    private void code() {
        int end = Math.min(at, sql.length());
        if (codeFrom < end) {
            parts.add(new Part(Kind.CODE, sql.substring(codeFrom, end)));
        }
        codeFrom = end;
    }

    private boolean followsWord() {
        return at > 0 && (isWord(sql.charAt(at - 1)) || sql.charAt(at - 1) == '$');
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
