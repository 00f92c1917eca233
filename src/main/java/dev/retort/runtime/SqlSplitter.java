package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL into its statements at semicolons, for what must be sent one statement at a time; quotes, dollar quotes, comments and the bodies of
 * {@code BEGIN ATOMIC} are kept whole.
 */
final class SqlSplitter {

    private final String sql;
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int start;
    private int atomicDepth;
    private String lastWord = "";
    private boolean said;

    private SqlSplitter(String sql) {
        this.sql = sql;
    }

    /** The statements, without semicolons; a part that holds comments alone is none. */
    static List<String> split(String sql) {
        return new SqlSplitter(sql).split();
    }

    private List<String> split() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                said = true;
                quoted(c);
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                comment();
            } else if (c == '$') {
                said = true;
                dollar();
            } else if (Character.isJavaIdentifierStart(c)) {
                said = true;
                word();
            } else if (c == ';' && atomicDepth == 0) {
                end();
                at++;
                start = at;
            } else {
                said |= !Character.isWhitespace(c);
                at++;
            }
        }
        end();
        return statements;
    }

    private void end() {
        if (said) {
            statements.add(sql.substring(start, at).strip());
        }
        said = false;
        lastWord = "";
    }

    private void quoted(char quote) {
        boolean escapes = quote == '\'' && lastWord.equals("E") && at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
        at++;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, sql.length());
    }

    /** PostgreSQL's comments nest. */
    private void comment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
        if (!tag) {
            at++;
            return;
        }
        String quote = sql.substring(at, end + 1);
        int close = sql.indexOf(quote, end + 1);
        at = close < 0 ? sql.length() : close + quote.length();
    }

    private void word() {
        int from = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(from, at).toUpperCase(Locale.ROOT);
        if (word.equals("ATOMIC") && lastWord.equals("BEGIN")) {
            atomicDepth = 1;
        } else if (atomicDepth > 0 && word.equals("CASE")) {
            atomicDepth++;
        } else if (atomicDepth > 0 && word.equals("END")) {
            atomicDepth--;
        }
        lastWord = word;
    }
}
