package dev.retort.runtime;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.postgresql.PGConnection;

/** Names the transactions that may be in the way of a statement that has waited in vain: which of them was, the server no longer knows. */
final class OpenTransactions {

    private static final String SESSIONS =
            "SELECT pid, application_name, usename, date_trunc('second', now() - xact_start), state, left(query, 120)"
                    + " FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL"
                    + " AND pid NOT IN (pg_backend_pid(), ?)";

    /** Of a table and of its indexes, as some statements name the index alone. Those of the catalog are everybody's. */
    private static final String HOLDING =
            " AND pid IN (SELECT l.pid FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                    + " WHERE l.granted AND c.relnamespace <> 'pg_catalog'::regnamespace"
                    + " AND (c.relname = ANY (?) OR EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid"
                    + " WHERE i.indrelid = c.oid AND x.relname = ANY (?))))";

    private OpenTransactions() {}

    /** The three oldest of other sessions that hold a lock on a relation which a statement names, one a line; empty if there is none. */
    static String holding(Connection lookout, Connection ours, String sql) throws SQLException {
        Object[] names = SqlLexer.tokens(sql).stream()
                .map(OpenTransactions::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray();
        try (PreparedStatement statement =
                lookout.prepareStatement(SESSIONS + HOLDING + " ORDER BY xact_start LIMIT 3")) {
            statement.setInt(1, ours.unwrap(PGConnection.class).getBackendPID());
            Array array = lookout.createArrayOf("text", names);
            statement.setArray(2, array);
            statement.setArray(3, array);
            return lines(statement);
        }
    }

    private static String name(SqlLexer.Token token) {
        if (token.kind() == SqlLexer.Kind.WORD) {
            return token.text().toLowerCase(Locale.ROOT);
        }
        boolean quoted = token.kind() == SqlLexer.Kind.QUOTED
                && token.closed()
                && token.text().startsWith("\"");
        return quoted ? token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"") : "";
    }

    /** The three oldest of other sessions, one a line; empty if there is none. */
    static String oldest(Connection lookout, Connection ours) throws SQLException {
        try (PreparedStatement statement = lookout.prepareStatement(SESSIONS + " ORDER BY xact_start LIMIT 3")) {
            statement.setInt(1, ours.unwrap(PGConnection.class).getBackendPID());
            return lines(statement);
        }
    }

    private static String lines(PreparedStatement sessions) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet result = sessions.executeQuery()) {
            while (result.next()) {
                lines.append(line(result));
            }
        }
        return lines.toString();
    }

    /** A session: its process, application, user, the age of its transaction, its state and its last statement. */
    static String line(ResultSet session) throws SQLException {
        return "\n  process " + session.getInt(1) + " (application " + session.getString(2) + ", user "
                + session.getString(3) + ", " + session.getString(5) + ", open for " + session.getString(4) + "): "
                + SqlErrors.shortened(String.valueOf(session.getString(6)), 0);
    }
}
