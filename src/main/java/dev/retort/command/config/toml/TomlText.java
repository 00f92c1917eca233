package dev.retort.command.config.toml;

/** The text of a file, and how far it has been read. */
final class TomlText {

    /** Stands for the end. */
    static final char END = '\uffff';

    private final String text;
    private int position;
    private int line = 1;

    TomlText(String text) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    char next() {
        char c = text.charAt(position++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    boolean startsWith(String word) {
        return text.startsWith(word, position);
    }

    /** Reads a word if it stands here. */
    boolean take(String word) {
        if (!startsWith(word)) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            next();
        }
        return true;
    }

    void blanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    /** Reads the end of a line, if there is one. */
    boolean newline() {
        return take("\n") || take("\r\n");
    }

    /** Reads blanks, line ends and comments. */
    void blankLines() throws TomlException {
        do {
            blanks();
            comment();
        } while (newline());
    }

    /** Reads what may follow a statement on its line. */
    void endOfLine(String after) throws TomlException {
        blanks();
        comment();
        if (!atEnd() && !newline()) {
            throw wrong("Something follows " + after + ": " + rest());
        }
    }

    private void comment() throws TomlException {
        if (peek() != '#') {
            return;
        }
        while (!atEnd() && peek() != '\n' && !startsWith("\r\n")) {
            printable(next());
        }
    }

    /** Refuses control characters, the tab apart. */
    void printable(char c) throws TomlException {
        if ((c < ' ' && c != '\t') || c == '\u007f') {
            throw wrong(String.format("A control character (U+%04X) stands here.", (int) c));
        }
    }

    /** What is left of the line, for a message. */
    String rest() {
        int end = text.indexOf('\n', position);
        return text.substring(position, end < 0 ? text.length() : end).strip();
    }

    TomlException wrong(String message) {
        return new TomlException(line, message);
    }
}
