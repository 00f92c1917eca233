package dev.retort.schema.expression;

import dev.retort.schema.expression.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits SQL into tokens by the rules of the manual's section on lexical structure. */
final class Lexer {

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
    private static final String MARKS = "()[],.:;";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) throws ExpressionSyntaxException {
        Lexer lexer = new Lexer(sql);
        while (lexer.next()) {
            // next() adds the token
        }
        lexer.tokens.add(new Token(Kind.END, ""));
        return lexer.tokens;
    }

    private boolean next() throws ExpressionSyntaxException {
        skipBlanks();
        if (at >= sql.length()) {
            return false;
        }
        char c = sql.charAt(at);
        if (c == '\'') {
            add(Kind.STRING, quoted('\'', false));
        } else if (c == '"') {
            add(Kind.QUOTED, quoted('"', false));
        } else if (c == '$' && dollarTag() != null) {
            add(Kind.STRING, dollarQuoted());
        } else if (Character.isDigit(c) || c == '.' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1))) {
            add(Kind.NUMBER, number());
        } else if (isWordStart(c)) {
            word();
        } else if (sql.startsWith("::", at)) {
            at += 2;
            add(Kind.CAST, "::");
        } else if (MARKS.indexOf(c) >= 0) {
            at++;
            add(Kind.MARK, String.valueOf(c));
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            add(Kind.OPERATOR, operator());
        } else {
            throw new ExpressionSyntaxException("unexpected character at " + at);
        }
        return true;
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private void skipBlanks() throws ExpressionSyntaxException {
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                blockComment();
            } else {
                return;
            }
        }
    }

    /** Block comments nest. */
    private void blockComment() throws ExpressionSyntaxException {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (at >= sql.length()) {
                throw new ExpressionSyntaxException("unterminated comment");
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private void word() throws ExpressionSyntaxException {
        int from = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(from, at);
        boolean prefix = word.length() == 1 && at < sql.length() && sql.charAt(at) == '\'';
        if (!prefix) {
            add(Kind.WORD, word.toLowerCase(Locale.ROOT));
            return;
        }
        switch (word) {
            case "e", "E" -> add(Kind.STRING, quoted('\'', true));
            case "b", "B" -> add(Kind.BITS, quoted('\'', false));
            case "x", "X" -> add(Kind.BITS, hexToBits(quoted('\'', false)));
            case "n", "N" -> add(Kind.STRING, quoted('\'', false));
            default -> add(Kind.WORD, word.toLowerCase(Locale.ROOT));
        }
    }

    private static String hexToBits(String hex) throws ExpressionSyntaxException {
        try {
            String bits = hex.isEmpty() ? "" : new BigInteger(hex, 16).toString(2);
            return "0".repeat(hex.length() * 4 - bits.length()) + bits;
        } catch (NumberFormatException e) {
            throw new ExpressionSyntaxException("not hexadecimal: " + hex);
        }
    }

    private String quoted(char quote, boolean escapes) throws ExpressionSyntaxException {
        StringBuilder value = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at++;
                value.append(escaped());
            } else if (c != quote) {
                value.append(c);
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                value.append(quote);
                at++;
            } else {
                at++;
                return value.toString();
            }
        }
        throw new ExpressionSyntaxException("unterminated quote");
    }

    /** The character after a backslash in {@code E'…'}; numeric escapes are left to the fallback, being rare. */
    private char escaped() throws ExpressionSyntaxException {
        if (at >= sql.length() || Character.isLetterOrDigit(sql.charAt(at)) && "bfnrt".indexOf(sql.charAt(at)) < 0) {
            throw new ExpressionSyntaxException("numeric escape");
        }
        return switch (sql.charAt(at)) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> sql.charAt(at);
        };
    }

    private @org.jspecify.annotations.Nullable String dollarTag() {
        int end = sql.indexOf('$', at + 1);
        if (end < 0) {
            return null;
        }
        String tag = sql.substring(at + 1, end);
        boolean valid = tag.isEmpty()
                || isWordStart(tag.charAt(0)) && tag.chars().allMatch(c -> isWordPart((char) c) && c != '$');
        return valid ? sql.substring(at, end + 1) : null;
    }

    private String dollarQuoted() throws ExpressionSyntaxException {
        String tag = java.util.Objects.requireNonNull(dollarTag());
        int from = at + tag.length();
        int end = sql.indexOf(tag, from);
        if (end < 0) {
            throw new ExpressionSyntaxException("unterminated dollar quote");
        }
        at = end + tag.length();
        return sql.substring(from, end);
    }

    private String number() {
        int from = at;
        digits();
        if (at < sql.length() && sql.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at + 1 < sql.length() && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E')) {
            int sign = sql.charAt(at + 1) == '+' || sql.charAt(at + 1) == '-' ? 2 : 1;
            if (at + sign < sql.length() && Character.isDigit(sql.charAt(at + sign))) {
                at += sign;
                digits();
            }
        }
        return sql.substring(from, at);
    }

    private void digits() {
        while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
            at++;
        }
    }

    /** An operator is as long as possible, but a comment starts none, and a sign at its end belongs to what follows unless it has a special character. */
    private String operator() {
        int from = at;
        while (at < sql.length()
                && OPERATOR_CHARACTERS.indexOf(sql.charAt(at)) >= 0
                && !sql.startsWith("--", at)
                && !sql.startsWith("/*", at)) {
            at++;
        }
        String operator = sql.substring(from, at);
        while (operator.length() > 1
                && (operator.endsWith("+") || operator.endsWith("-"))
                && operator.chars().noneMatch(c -> "~!@#%^&|`?".indexOf(c) >= 0)) {
            operator = operator.substring(0, operator.length() - 1);
            at--;
        }
        return operator.equals("!=") ? "<>" : operator;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
