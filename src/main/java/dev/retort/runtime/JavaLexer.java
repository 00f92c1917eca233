package dev.retort.runtime;

/**
 * Cuts Java source into words, string literals and symbols; comments and white space are skipped, Unicode escapes, text blocks and string escapes mean
 * what they mean to the compiler (Java Language Specification, chapter 3).
 */
final class JavaLexer {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        END
    }

    /**
     * One token.
     *
     * @param text the word, the value of the string, or the one character of the symbol
     * @param offset where it begins, for {@link #line}
     */
    record Token(Kind kind, String text, int offset) {

        boolean is(String word) {
            return kind != Kind.STRING && text.equals(word);
        }
    }

    /** The source breaks a rule of the language. */
    static final class MalformedSource extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final int offset;

        MalformedSource(String message, int offset) {
            super(message);
            this.offset = offset;
        }
    }

    private final String text;
    private int at;

    JavaLexer(String source) {
        this.text = source.contains("\\u") ? UnicodeEscapes.translate(source) : source;
    }

    /** The line of an offset, counted from 1. */
    int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
        }
        return line;
    }

    /** The next token; {@link Kind#END} for ever after the last. */
    Token next() {
        skipBlanksAndComments();
        int start = at;
        if (at >= text.length()) {
            return new Token(Kind.END, "", start);
        }
        char c = text.charAt(at);
        if (isOfWord(c)) {
            while (at < text.length() && isOfWord(text.charAt(at))) {
                at++;
            }
            return new Token(Kind.WORD, text.substring(start, at), start);
        }
        if (c == '"') {
            String value = text.startsWith("\"\"\"", at) ? textBlock() : string();
            return new Token(Kind.STRING, value, start);
        }
        at++;
        if (c == '\'') {
            quoted('\'', start);
        }
        return new Token(Kind.SYMBOL, String.valueOf(c), start);
    }

    /** Letters first: whole histories are read, mostly letters, before the compiler of the JVM comes to know it. */
    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Character.isJavaIdentifierPart(c);
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (c != '/') {
                return;
            } else if (text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new MalformedSource("a comment does not end", at);
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private String string() {
        int start = at++;
        int end = quoted('"', start);
        return translated(text.substring(start + 1, end), start);
    }

    /** Moves behind the closing quote and gives its place. */
    private int quoted(char quote, int start) {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            char c = text.charAt(at++);
            if (c == quote) {
                return at - 1;
            }
            if (c == '\\') {
                at++;
            }
        }
        throw new MalformedSource("a literal does not end", start);
    }

    private String textBlock() {
        int start = at;
        int lineEnd = at + 3;
        while (lineEnd < text.length() && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int from = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
        at = from;
        while (at < text.length() && !text.startsWith("\"\"\"", at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new MalformedSource("a text block does not end", start);
        }
        String content = text.substring(from, at);
        at += 3;
        return translated(content.stripIndent(), start);
    }

    private static String translated(String raw, int start) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        try {
            return raw.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw new MalformedSource("a string has an escape that Java does not know", start);
        }
    }
}
