package dev.retort.runtime;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An advisory lock that a session holds until it lets go or ends, whatever becomes of its transactions. Beside it the session holds a shared lock whose
 * number is the second it was taken in, so that others can tell since when: of a session that has run other statements since, nothing else in the server
 * says so.
 */
final class SessionLock implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(250);

    /** The first of the two numbers of the lock that says since when; its letters are RTRT. */
    private static final int SINCE = 0x52545254;

    private final Connection connection;
    private final long key;
    private final int since;

    private SessionLock(Connection connection, long key, int since) {
        this.connection = connection;
        this.key = key;
        this.since = since;
    }

    /** The number that stands for what is locked; as far apart from others as 64 bits allow. */
    static long key(String what) {
        return new BigInteger(Hashes.sha256(what), 16).longValue();
    }

    /** Hears that somebody else holds the lock. */
    @FunctionalInterface
    interface Waiting {
        void on(String holder);
    }

    /**
     * Takes a lock, waiting at most so long.
     *
     * @param waiting hears once, at the start of a wait, who holds it
     * @throws Held if another session holds it all the time, or this thread is interrupted
     */
    static SessionLock take(
            Connection connection, long key, Duration patience, Surroundings surroundings, Waiting waiting)
            throws SQLException, Held {
        Duration waited = Duration.ZERO;
        while (!tryLock(connection, key)) {
            if (waited.isZero()) {
                waiting.on(holder(connection, key));
            }
            if (waited.compareTo(patience) >= 0 || !surroundings.pause(STEP)) {
                throw new Held(holder(connection, key));
            }
            waited = waited.plus(STEP);
        }
        return new SessionLock(connection, key, since(connection));
    }

    /** Another session holds the lock. */
    static final class Held extends Exception {

        private static final long serialVersionUID = 1L;

        private static final Pattern PROCESS = Pattern.compile("process (\\d+) .*", Pattern.DOTALL);

        private Held(String holder) {
            super(holder);
        }

        /** The number of its process; {@code PID} where it has ended meanwhile. */
        String process() {
            Matcher matcher = PROCESS.matcher(String.valueOf(getMessage()));
            return matcher.matches() ? matcher.group(1) : "PID";
        }
    }

    /** Lets go by name: a pool does not end the session when its connection is closed. */
    @Override
    public void close() {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_unlock(?), pg_advisory_unlock_shared(?, ?)")) {
            statement.setLong(1, key);
            statement.setInt(2, SINCE);
            statement.setInt(3, since);
            statement.execute();
        } catch (SQLException e) {
            System.getLogger(SessionLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session that held the lock has ended already", e);
        }
    }

    private static boolean tryLock(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static int since(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT second, pg_advisory_lock_shared(?, second) FROM (SELECT extract(epoch FROM now())::bigint::bit(32)::int)"
                        + " AS clock (second)")) {
            statement.setInt(1, SINCE);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** Who holds a lock; a key of 64 bits stands in {@code pg_locks} as two halves with {@code objsubid} 1, one of two numbers with 2. */
    private static String holder(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT l.pid, a.application_name, a.usename, to_timestamp(s.objid::bigint), host(a.client_addr),"
                        + " CASE a.state WHEN 'active' THEN left(a.query, 200) END"
                        + " FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)"
                        + " LEFT JOIN pg_locks s ON s.pid = l.pid AND s.locktype = 'advisory' AND s.objsubid = 2"
                        + " AND s.database = l.database AND s.classid::bigint = ?"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND l.classid::bigint = ? AND l.objid::bigint = ?")) {
            statement.setLong(1, SINCE);
            statement.setLong(2, key >>> 32);
            statement.setLong(3, key & 0xffffffffL);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return "a session that has just ended";
                }
                String from = result.getString(5);
                String runs = result.getString(6);
                return "process " + result.getInt(1) + " (application " + result.getString(2) + ", user "
                        + result.getString(3) + (from == null ? "" : ", from " + from) + ", since "
                        + result.getString(4) + ")"
                        + (runs == null ? "" : ", which still runs: " + SqlErrors.shortened(runs, 0));
            }
        }
    }
}
