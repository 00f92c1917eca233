package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Names the transactions that may be in the way. */
final class OpenTransactions {

    private OpenTransactions() {}

    /** The three oldest of other sessions, one a line; empty if there is none. */
    static String oldest(Connection lookout, Connection ours) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = lookout.prepareStatement(
                "SELECT pid, application_name, usename, date_trunc('second', now() - xact_start), state, left(query, 120)"
                        + " FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL"
                        + " AND pid NOT IN (pg_backend_pid(), ?) ORDER BY xact_start LIMIT 3")) {
            statement.setInt(1, ours.unwrap(PGConnection.class).getBackendPID());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    lines.add(line(result));
                }
            }
        }
        return String.join("", lines);
    }

    /** A session: its process, application, user, the age of its transaction, its state and its last statement. */
    static String line(ResultSet session) throws SQLException {
        return "\n  process " + session.getInt(1) + " (application " + session.getString(2) + ", user "
                + session.getString(3) + ", " + session.getString(5) + ", open for " + session.getString(4) + "): "
                + SqlErrors.shortened(String.valueOf(session.getString(6)), 0);
    }
}
