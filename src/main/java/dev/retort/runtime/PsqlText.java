package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.runtime.SqlLexer.Kind;
import dev.retort.runtime.SqlLexer.Token;
import java.util.List;

/**
 * A statement as psql has to read it to send the server just that: what psql would take for a variable of its own is kept apart, what it would take for a
 * command of its own is refused.
 *
 * <p>Source: psql's manual, "Meta-Commands" and "SQL Interpolation".
 */
final class PsqlText {

    private PsqlText() {}

    /**
     * The statement with the semicolon that ends it.
     *
     * @param revision what the statement is of, for the error
     * @throws RevisionException if psql would not take it for one statement, or for none of its own
     */
    static String of(String sql, String revision) {
        List<Token> tokens = SqlLexer.tokens(sql);
        StringBuilder text = new StringBuilder(sql.length() + 2);
        boolean comment = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.closed() && !token.isLineComment()) {
                throw refused(revision, sql, "a quote or a comment in it is never closed");
            }
            if (token.is('\\')) {
                throw refused(
                        revision, sql, "a backslash outside of quotes is a command to psql, and nothing to the server");
            }
            text.append(token.text());
            if (token.is(':') && i + 1 < tokens.size()) {
                Token next = tokens.get(i + 1);
                if (next.is(':') || next.is('=')) {
                    text.append(next.text());
                    i++;
                } else if (isVariable(next)) {
                    text.append(' ');
                }
            }
            comment = token.isLineComment() || (comment && token.is(' '));
        }
        return text.append(comment ? "\n;" : ";").toString();
    }

    private static boolean isVariable(Token next) {
        return next.kind() == Kind.WORD
                || next.kind() == Kind.QUOTED
                || next.is('{')
                || Character.isDigit(next.text().charAt(0));
    }

    private static RevisionException refused(String revision, String sql, String reason) {
        return new RevisionException(
                "Revision " + revision + " cannot be printed",
                reason + ": " + SqlErrors.shortened(sql, 0),
                "Correct its SQL.");
    }
}
