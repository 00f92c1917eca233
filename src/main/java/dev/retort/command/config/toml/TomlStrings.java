package dev.retort.command.config.toml;

/** Reads strings, of one line or more, with escapes or without. */
final class TomlStrings {

    private static final int HEXADECIMAL = 16;

    private final TomlText text;

    TomlStrings(TomlText text) {
        this.text = text;
    }

    /** Whether a string begins here. */
    boolean here() {
        return text.peek() == '"' || text.peek() == '\'';
    }

    /** Reads any string. */
    String any() throws TomlException {
        String quote = String.valueOf(text.peek());
        String triple = quote.repeat(3);
        return text.startsWith(triple) ? ofLines(triple, quote.equals("\"")) : ofOneLine();
    }

    /** Reads a string that ends on its line, as keys do. */
    String ofOneLine() throws TomlException {
        char quote = text.next();
        StringBuilder read = new StringBuilder();
        while (text.peek() != quote) {
            if (text.atEnd() || text.peek() == '\n' || text.startsWith("\r\n")) {
                throw text.wrong("A string lacks its closing " + quote + ".");
            }
            one(read, quote == '"');
        }
        text.next();
        return read.toString();
    }

    private String ofLines(String triple, boolean escapes) throws TomlException {
        text.take(triple);
        text.newline();
        StringBuilder read = new StringBuilder();
        while (!text.startsWith(triple)) {
            if (text.atEnd()) {
                throw text.wrong("A string lacks its closing " + triple + ".");
            } else if (text.newline()) {
                read.append('\n');
            } else if (escapes && text.peek() == '\\' && continues()) {
                skipToText();
            } else {
                one(read, escapes);
            }
        }
        text.take(triple);
        // Quotes that stand right before the closing ones belong to the string.
        for (int more = 0; more < 2 && text.peek() == triple.charAt(0); more++) {
            read.append(text.next());
        }
        return read.toString();
    }

    /** Whether nothing but blanks follows the backslash on its line. */
    private boolean continues() {
        int ahead = 1;
        while (text.peek(ahead) == ' ' || text.peek(ahead) == '\t') {
            ahead++;
        }
        return text.peek(ahead) == '\n' || (text.peek(ahead) == '\r' && text.peek(ahead + 1) == '\n');
    }

    private void skipToText() {
        text.next();
        do {
            text.blanks();
        } while (text.newline());
    }

    private void one(StringBuilder read, boolean escapes) throws TomlException {
        char c = text.next();
        if (c == '\\' && escapes) {
            escape(read);
        } else {
            text.printable(c);
            read.append(c);
        }
    }

    private void escape(StringBuilder read) throws TomlException {
        char c = text.atEnd() ? TomlText.END : text.next();
        switch (c) {
            case 'b' -> read.append('\b');
            case 't' -> read.append('\t');
            case 'n' -> read.append('\n');
            case 'f' -> read.append('\f');
            case 'r' -> read.append('\r');
            case '"', '\\' -> read.append(c);
            case 'u' -> read.appendCodePoint(codePoint(4, c));
            case 'U' -> read.appendCodePoint(codePoint(8, c));
            default -> throw noEscape(c);
        }
    }

    private int codePoint(int digits, char kind) throws TomlException {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.peek(), HEXADECIMAL);
            if (digit < 0 || text.peek() > 'f') {
                throw noEscape(kind);
            }
            text.next();
            value = value * HEXADECIMAL + digit;
        }
        if (value > Character.MAX_CODE_POINT
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw text.wrong(String.format("There is no character U+%04X.", value));
        }
        return (int) value;
    }

    private TomlException noEscape(char c) {
        return text.wrong("The backslash before " + (c == TomlText.END ? "the end" : "\"" + c + "\"")
                + " begins no escape; put a text with backslashes between single quotes.");
    }
}
