package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Finds a pooler that hands a server's session from one client's transaction to the next client's (PgBouncer with {@code pool_mode = transaction}): a lock
 * that such a session takes is held by whoever comes next, so that two runs at once would not see each other.
 *
 * <p>A pooler is seen without a question: it tells the driver a process that is not the server's. Only then it is asked which kind it is.
 */
final class SharedSessions {

    /** Other clients may be in the way of seeing it once. */
    private static final int ROUNDS = 3;

    private SharedSessions() {}

    /**
     * Whether something stands between the driver and the server.
     *
     * @param process the server's process that answered on the connection
     */
    static boolean mayBe(Connection connection, int process) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID() != process;
    }

    /**
     * Makes sure that a session is its connection's own.
     *
     * @throws DatabaseException if it is not
     */
    static void refuse(Database database, Connection connection) throws SQLException {
        try (Connection other = database.connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                int before = process(connection);
                other.setAutoCommit(false);
                int theirs = process(other);
                int after = process(connection);
                other.rollback();
                other.setAutoCommit(true);
                if (before != after || before == theirs || after == theirs) {
                    throw new DatabaseException(
                            "The sessions of " + database.display() + " are shared with others",
                            "A pooler stands there that gives each transaction whatever session is free (PgBouncer: pool_mode ="
                                    + " transaction). None of them can hold the lock that keeps two runs apart, or a setting. Nothing was"
                                    + " changed.",
                            "Connect to the server itself, or through a pool with pool_mode = session: --url"
                                    + " postgresql://HOST:PORT/DATABASE");
                }
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }
}
