package dev.retort.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A database whose connections are used again, each as if it were new: to connect costs a server more than most statements do. Safe for use by several
 * threads.
 */
public final class KeptConnections implements Database, AutoCloseable {

    /**
     * What a session may have been left with, undone in one round trip; prepared statements are the driver's, and stay. To reset the authorization takes a role
     * away that the connection was opened with, so the role comes after it.
     */
    private static final String CLEAN = "CLOSE ALL; UNLISTEN *; SELECT pg_catalog.pg_advisory_unlock_all();"
            + " RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; DISCARD SEQUENCES";

    private final Database database;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** Keeps the connections of a database until this is closed. */
    public KeptConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection connect() {
        Connection kept = idle.pollFirst();
        return lent(kept == null ? database.connect() : kept);
    }

    @Override
    public String display() {
        return database.display();
    }

    @Override
    public String user() {
        return database.user();
    }

    @Override
    public void close() {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            end(connection);
        }
    }

    /** The connection, but that closing it gives it back. */
    private Connection lent(Connection connection) {
        AtomicBoolean back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                KeptConnections.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close") && method.getParameterCount() == 0) {
                        if (back.compareAndSet(false, true)) {
                            giveBack(connection);
                        }
                        return null;
                    }
                    if (method.getName().equals("isClosed") && back.get()) {
                        return true;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        boolean clean = false;
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setReadOnly(false);
            statement.execute(CLEAN);
            clean = true;
        } finally {
            if (clean) {
                idle.addFirst(connection);
            } else {
                end(connection);
            }
        }
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(KeptConnections.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection did not close", e);
        }
    }
}
