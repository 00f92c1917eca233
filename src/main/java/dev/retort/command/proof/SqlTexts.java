package dev.retort.command.proof;

/** SQL as the session's queries take it. */
final class SqlTexts {

    private SqlTexts() {}

    /** A question mark outside of quotes is a parameter to a query; two of them are one in an operator. */
    static String asQuery(String sql) {
        StringBuilder escaped = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            escaped.append(quote == 0 && c == '?' ? "??" : String.valueOf(c));
        }
        return escaped.toString();
    }
}
