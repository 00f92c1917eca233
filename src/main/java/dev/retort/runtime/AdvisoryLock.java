package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Keeps two runs off one database: a session-level advisory lock on a connection of its own, which holds no transaction open. */
final class AdvisoryLock implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(250);

    private final Connection connection;
    private final SessionName name;
    private final long key;

    private AdvisoryLock(Connection connection, SessionName name, long key) {
        this.connection = connection;
        this.name = name;
        this.key = key;
    }

    /**
     * Takes the lock, waiting at most so long as the settings say.
     *
     * @throws DatabaseException if another session holds it; it is named
     */
    static AdvisoryLock take(Database database, RunSettings settings, Surroundings surroundings, RunListener listener) {
        Connection connection = database.connect();
        boolean taken = false;
        try {
            SessionName name = SessionName.take(connection);
            long key = key(connection, settings.versionNamespace());
            taken = await(connection, key, settings.lockWait(), surroundings, listener);
            if (!taken) {
                throw new DatabaseException(
                        "Another run is going on in " + database.display(),
                        "Its lock is held by " + holder(connection, key) + ", and was awaited for "
                                + settings.lockWait().toSeconds() + " s.",
                        "Wait for it to end. If it hangs, end it in psql: SELECT pg_terminate_backend(PID)");
            }
            return new AdvisoryLock(connection, name, key);
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot lock " + database.display(), null, e, "");
        } finally {
            if (!taken) {
                close(connection);
            }
        }
    }

    /** The connection, for looking at the server while the run's own is busy. */
    Connection connection() {
        return connection;
    }

    /** Lets go of the lock by name: a pool does not end the session when its connection is closed. */
    @Override
    public void close() {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            statement.setLong(1, key);
            statement.execute();
            name.giveBack(connection);
        } catch (SQLException e) {
            System.getLogger(AdvisoryLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session that held the lock has ended already", e);
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(AdvisoryLock.class.getName())
                    .log(System.Logger.Level.WARNING, "The connection that held the lock did not close", e);
        }
    }

    private static boolean await(
            Connection connection, long key, Duration patience, Surroundings surroundings, RunListener listener)
            throws SQLException {
        Duration waited = Duration.ZERO;
        while (!tryLock(connection, key)) {
            if (waited.isZero()) {
                listener.waiting(holder(connection, key));
            }
            if (waited.compareTo(patience) >= 0 || !surroundings.pause(STEP)) {
                return false;
            }
            waited = waited.plus(STEP);
        }
        return true;
    }

    private static boolean tryLock(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static long key(Connection connection, String namespace) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT current_database()")) {
            result.next();
            String name = "retort\n" + result.getString(1) + "\n" + namespace + "\n" + VersionTable.NAME;
            return new BigInteger(Hashes.sha256(name), 16).longValue();
        }
    }

    /** Who holds the lock; a key of 64 bits stands in {@code pg_locks} as two halves with {@code objsubid} 1. */
    private static String holder(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT l.pid, a.application_name, a.usename, date_trunc('second', a.state_change)"
                        + " FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND l.classid::bigint = ? AND l.objid::bigint = ?")) {
            statement.setLong(1, key >>> 32);
            statement.setLong(2, key & 0xffffffffL);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return "a session that has just ended";
                }
                return "process " + result.getInt(1) + " (application " + result.getString(2) + ", user "
                        + result.getString(3) + ", since " + result.getString(4) + ")";
            }
        }
    }
}
