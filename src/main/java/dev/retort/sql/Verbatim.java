package dev.retort.sql;

/** SQL that somebody wrote, made one of our statements. */
final class Verbatim {

    private Verbatim() {}

    /** Without the semicolons at its end, and with its last comment closed, so that a semicolon can follow. */
    static String statement(String sql) {
        String text = sql.strip();
        while (text.endsWith(";")) {
            int lastLine = text.lastIndexOf('\n') + 1;
            if (text.indexOf("--", lastLine) >= 0) {
                // It may be part of a comment, where it does no harm.
                break;
            }
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        return SqlWriter.closed(text);
    }
}
