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
public final class PsqlText {

    private PsqlText() {}

    /**
     * The statement, or several, with the semicolon that ends it.
     *
     * @param of what the statement is of, for the error, such as {@code Revision 0007 (add tier)}
     * @throws RevisionException if psql would take a part of it for a command of its own, or read on behind it
     */
    public static String of(String sql, String of) {
        List<Token> tokens = SqlLexer.tokens(sql);
        StringBuilder text = new StringBuilder(sql.length() + 2);
        boolean comment = false;
        boolean ended = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.closed() && !token.isLineComment()) {
                throw refused(of, sql, "a quote or a comment in it is never closed");
            }
            if (token.is('\\')) {
                throw refused(of, sql, "a backslash outside of quotes is a command to psql, and nothing to the server");
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
            ended = token.is(';') || (ended && (token.isBlank() || token.kind() == Kind.COMMENT));
        }
        return text.append(ended ? "" : comment ? "\n;" : ";").toString();
    }

    private static boolean isVariable(Token next) {
        return next.kind() == Kind.WORD
                || next.kind() == Kind.QUOTED
                || next.is('{')
                || Character.isDigit(next.text().charAt(0));
    }

    private static RevisionException refused(String of, String sql, String reason) {
        return new RevisionException(
                of + " cannot be printed", reason + ": " + SqlErrors.shortened(sql, 0), "Correct its SQL.");
    }
}
