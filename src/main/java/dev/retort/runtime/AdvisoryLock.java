package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.StoppedException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps two runs off one database: a session-level lock on a connection of its own, which holds no transaction open. The connection that works holds a
 * second one, so that a statement which goes on in the server after its client was killed keeps the next run away until it ends.
 */
final class AdvisoryLock implements AutoCloseable {

    private static final String OF_WORK = "\nwork";

    private final Database database;
    private final Connection connection;
    private final RunSettings settings;
    private final Surroundings surroundings;
    private final RunListener listener;
    private final SessionName name;
    private final String what;
    private final SessionLock lock;

    private AdvisoryLock(
            Database database,
            Connection connection,
            RunSettings settings,
            Surroundings surroundings,
            RunListener listener)
            throws SQLException {
        this.database = database;
        this.connection = connection;
        this.settings = settings;
        this.surroundings = surroundings;
        this.listener = listener;
        this.name = SessionName.take(connection);
        if (SharedSessions.mayBe(connection, name.process())) {
            SharedSessions.refuse(database, connection);
        }
        this.what = what(connection, name, settings.versionNamespace());
        this.lock = take(connection, what);
    }

    /**
     * Takes the lock, waiting at most so long as the settings say.
     *
     * @throws DatabaseException if another session holds it; it is named; or if the session is not ours to hold one
     */
    static AdvisoryLock take(Database database, RunSettings settings, Surroundings surroundings, RunListener listener) {
        Connection connection = database.connect();
        boolean taken = false;
        try {
            AdvisoryLock lock = new AdvisoryLock(database, connection, settings, surroundings, listener);
            taken = true;
            return lock;
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot lock " + database.display(), null, e, "");
        } finally {
            if (!taken) {
                close(connection);
            }
        }
    }

    /**
     * Takes the lock of the connection that works.
     *
     * @throws DatabaseException if that of an earlier run still holds it; it is named, with what it runs
     */
    SessionLock ofWork(Connection work) throws SQLException {
        return take(work, what + OF_WORK);
    }

    /** Who holds it, see {@link SessionName#role}. */
    String role() {
        return name.role();
    }

    /** The connection, for looking at the server while the run's own is busy. */
    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        lock.close();
        try {
            name.giveBack(connection);
        } catch (SQLException e) {
            System.getLogger(AdvisoryLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session that held the lock has ended already", e);
        }
        close(connection);
    }

    private SessionLock take(Connection on, String locked) throws SQLException {
        try {
            return SessionLock.take(on, SessionLock.key(locked), settings.lockWait(), surroundings, listener::waiting);
        } catch (SessionLock.Held held) {
            if (surroundings.stop().requested()) {
                throw new StoppedException(
                        "Interrupted while it waited for another run in " + database.display(),
                        "Its lock is held by " + held.getMessage() + ". Nothing was changed.",
                        "Type the same again, when it has ended.");
            }
            throw new DatabaseException(
                    "Another run is going on in " + database.display(),
                    "Its lock is held by " + held.getMessage() + ", and was awaited for "
                            + settings.lockWait().toSeconds() + " s.",
                    "Wait for it to end, longer if need be: --lock-wait 10min. If it hangs, end it in psql: SELECT"
                            + " pg_terminate_backend(" + held.process() + ");");
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(AdvisoryLock.class.getName())
                    .log(System.Logger.Level.WARNING, "The connection that held the lock did not close", e);
        }
    }

    /** The lock's number as SQL, for a script to find: see {@link SessionLock#key}. The client's encoding has to be UTF-8. */
    static String keyExpression(String namespace) {
        return keyExpressionOf(namespace, "");
    }

    /** As above, of the lock of the connection that works. */
    static String workKeyExpression(String namespace) {
        return keyExpressionOf(namespace, OF_WORK);
    }

    private static String keyExpressionOf(String namespace, String end) {
        String rest = "\n" + namespace + "\n" + VersionTable.NAME + end;
        return "('x' || right(encode(sha256(textsend(" + lines("retort\n") + " || current_database() || " + lines(rest)
                + ")), 'hex'), 16))::bit(64)::bigint";
    }

    /** A text with its line breaks written as escapes. */
    private static String lines(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
    }

    private static String what(Connection connection, SessionName name, String namespace) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT current_database(), " + name.unending())) {
            result.next();
            return "retort\n" + result.getString(1) + "\n" + namespace + "\n" + VersionTable.NAME;
        }
    }
}
