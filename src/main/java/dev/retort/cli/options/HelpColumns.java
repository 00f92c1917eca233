package dev.retort.cli.options;

/** Sets the text of help in two columns, or in paragraphs, for a width. */
final class HelpColumns {

    private static final int INDENT = 2;
    private static final int LEFT = 28;

    private final int width;

    HelpColumns(int width) {
        this.width = width;
    }

    /** A label and what it means; a label too long for its column has a line of its own. */
    String row(String label, String... description) {
        StringBuilder row = new StringBuilder(" ".repeat(INDENT)).append(label);
        if (label.length() > LEFT - 2) {
            row.append('\n').append(" ".repeat(INDENT + LEFT));
        } else {
            row.append(" ".repeat(LEFT - label.length()));
        }
        return wrap(row, String.join(" ", description), INDENT + LEFT)
                .append('\n')
                .toString();
    }

    /** Texts joined to paragraphs: an empty one ends a paragraph, an indented one stands as it is. */
    String paragraphs(String... texts) {
        StringBuilder all = new StringBuilder();
        StringBuilder open = new StringBuilder();
        for (String text : texts) {
            if (text.isEmpty() || text.startsWith(" ")) {
                flush(open, all);
                all.append(text).append('\n');
            } else {
                open.append(open.isEmpty() ? "" : " ").append(text);
            }
        }
        flush(open, all);
        return all.toString();
    }

    private void flush(StringBuilder open, StringBuilder all) {
        if (!open.isEmpty()) {
            all.append(wrap(new StringBuilder(), open.toString(), 0)).append('\n');
            open.setLength(0);
        }
    }

    /** Adds words, and goes to the next line, indented, where one does not fit. */
    private StringBuilder wrap(StringBuilder text, String words, int indent) {
        int column = text.length() - text.lastIndexOf("\n") - 1;
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            int length = word.length() + (first ? 0 : 1);
            if (!first && column + length > width) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
                length = word.length();
            } else if (!first) {
                text.append(' ');
            }
            text.append(word);
            column += length;
            first = false;
        }
        return text;
    }
}
