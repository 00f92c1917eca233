package dev.retort.runtime;

import dev.retort.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Puts what the server said into the three parts of our errors; a connection's URL never enters, so no password can. */
final class SqlErrors {

    /** SQLSTATE insufficient_privilege. */
    static final String DENIED = "42501";

    /** What to do where a right is missing. */
    static final String GRANT =
            "Connect as a role that has the right, with --user NAME, or let the owner of the object grant it in psql";

    private static final int LONGEST_LINE = 400;

    private SqlErrors() {}

    /**
     * The error of one statement.
     *
     * @param failure what was being done, such as {@code upgrade of 0007 failed}
     * @param sql the statement, null where none was running
     * @param cure what to do; empty for the server's hint alone
     */
    static DatabaseException of(String failure, @Nullable String sql, SQLException error, String cure) {
        String reason = sql == null ? said(error) : said(error) + "\n  in: " + shortened(sql, position(error));
        String wayOut = cure.isEmpty() && DENIED.equals(error.getSQLState()) ? GRANT + "." : cure;
        DatabaseException exception = new DatabaseException(failure, reason, wayOut, error.getSQLState(), sql);
        exception.causedBy(error);
        return exception;
    }

    /** What the server said: its message with SQLSTATE, detail, hint and the place inside a function. */
    static String said(SQLException error) {
        ServerErrorMessage server = serverMessage(error);
        StringBuilder text = new StringBuilder();
        if (server == null || server.getMessage() == null) {
            text.append(error.getMessage());
        } else {
            text.append(server.getMessage());
        }
        if (error.getSQLState() != null) {
            text.append(" (SQLSTATE ").append(error.getSQLState()).append(')');
        }
        if (server != null) {
            line(text, "detail", server.getDetail());
            line(text, "hint", server.getHint());
            line(text, "where", server.getWhere());
        }
        return text.toString();
    }

    /** Whether the server has told more than its message, such as which object is in the way. */
    static boolean hasDetail(SQLException error) {
        ServerErrorMessage server = serverMessage(error);
        return server != null && server.getDetail() != null;
    }

    /** The place in the statement that the server points at, counted in characters from 1; 0 where it says none. */
    static int position(SQLException error) {
        ServerErrorMessage server = serverMessage(error);
        return server == null ? 0 : server.getPosition();
    }

    /** A statement on at most one long line, around the place of the error. */
    static String shortened(String sql, int position) {
        int from = Math.min(Math.max(0, position - 1 - LONGEST_LINE / 2), Math.max(0, sql.length() - LONGEST_LINE));
        int to = Math.min(sql.length(), from + LONGEST_LINE);
        String part = sql.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "… " : "") + part + (to < sql.length() ? " …" : "");
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append("\n  ").append(name).append(": ").append(value);
        }
    }

    private static @Nullable ServerErrorMessage serverMessage(SQLException error) {
        return error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
