package dev.retort.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of an index key, both ways. */
final class IndexKeyText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$.]*");
    private static final Pattern CALL = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$.]*\\(");
    private static final Set<String> WORDS = Set.of("collate", "asc", "desc", "nulls");

    private final String text;
    private int at;

    private IndexKeyText(String text) {
        this.text = text;
    }

    static Index.Key parse(String text) {
        return new IndexKeyText(text).key();
    }

    static String print(Index.Key key) {
        StringBuilder out = new StringBuilder();
        String column = key.column();
        Expression expression = key.expression();
        if (column != null) {
            out.append(PLAIN.matcher(column).matches() ? column : quote(column));
        } else if (expression != null) {
            out.append(isCall(expression.sql()) ? expression.sql() : "(" + expression.sql() + ")");
        }
        if (key.collation() != null) {
            out.append(" collate ").append(path(key.collation()));
        }
        if (key.opclass() != null) {
            out.append(' ').append(opclass(key.opclass()));
        }
        if (key.descending()) {
            out.append(" desc");
        }
        if (key.descending() != key.nullsFirst()) {
            out.append(key.nullsFirst() ? " nulls first" : " nulls last");
        }
        return out.toString();
    }

    private Index.Key key() {
        skipBlanks();
        String column = null;
        Expression expression = null;
        if (peek() == '(') {
            int end = closing(at);
            expression = Expression.of(text.substring(at + 1, end));
            at = end + 1;
        } else if (CALL.matcher(text).region(at, text.length()).lookingAt()) {
            int end = closing(text.indexOf('(', at));
            expression = Expression.of(text.substring(at, end + 1));
            at = end + 1;
        } else {
            column = name(false);
        }
        String collation = word("collate") ? name(true) : null;
        String opclass = atEnd() || isWord() ? null : opclass();
        boolean descending = word("desc");
        if (!descending) {
            word("asc");
        }
        boolean nullsFirst = descending;
        if (word("nulls")) {
            nullsFirst = word("first");
            if (!nullsFirst && !word("last")) {
                throw malformed();
            }
        }
        if (!atEnd()) {
            throw malformed();
        }
        return new Index.Key(column, expression, opclass, collation, descending, nullsFirst);
    }

    private String opclass() {
        String name = name(true);
        if (peek() != '(') {
            return name;
        }
        int from = at;
        at = closing(at) + 1;
        return name + text.substring(from, at);
    }

    /** A name, verbatim; with a path also dots. */
    private String name(boolean path) {
        skipBlanks();
        if (peek() == '"') {
            StringBuilder name = new StringBuilder();
            at++;
            while (true) {
                int end = text.indexOf('"', at);
                if (end < 0) {
                    throw malformed();
                }
                name.append(text, at, end);
                at = end + 1;
                if (peek() != '"') {
                    return name.toString();
                }
                name.append('"');
                at++;
            }
        }
        var matcher = (path ? PLAIN_PATH : PLAIN).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw malformed();
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean isWord() {
        skipBlanks();
        int from = at;
        boolean found = WORDS.stream().anyMatch(this::word);
        at = from;
        return found;
    }

    private boolean word(String word) {
        skipBlanks();
        int end = at + word.length();
        boolean found = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || Character.isWhitespace(text.charAt(end)));
        if (found) {
            at = end;
        }
        return found;
    }

    private boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int closing(int open) {
        int end = closing(text, open);
        if (end < 0) {
            throw malformed();
        }
        return end;
    }

    /** The place of the parenthesis that closes the one given, strings and quoted names skipped; -1 for none. */
    private static int closing(String text, int open) {
        int depth = 0;
        int i = open;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static boolean isCall(String sql) {
        return CALL.matcher(sql).lookingAt() && closing(sql, sql.indexOf('(')) == sql.length() - 1;
    }

    private static String opclass(String opclass) {
        int open = opclass.indexOf('(');
        boolean plain = open < 0
                ? isPath(opclass)
                : isPath(opclass.substring(0, open)) && closing(opclass, open) == opclass.length() - 1;
        return plain ? opclass : quote(opclass);
    }

    private static String path(@Nullable String name) {
        return name == null ? "" : isPath(name) && name.equals(name.toLowerCase(Locale.ROOT)) ? name : quote(name);
    }

    private static boolean isPath(String name) {
        return PLAIN_PATH.matcher(name).matches() && !WORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("'" + text
                + "' is not an index key: write column, function(…) or (expression), then collate name, an operator class, asc or desc,"
                + " nulls first or nulls last; a name of other characters than letters, digits and _ in double quotes");
    }
}
