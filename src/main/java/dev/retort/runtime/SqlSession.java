package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a database for code that may not know JDBC: statements, queries, transactions with savepoints inside.
 *
 * <p>Outside {@link #transaction} each statement stands for itself. Every failure is a {@link DatabaseException} that carries the server's error code.
 */
public final class SqlSession implements AutoCloseable {

    private final Connection connection;
    private final String display;

    private SqlSession(Connection connection, String display) {
        this.connection = connection;
        this.display = display;
    }

    /**
     * Opens a session.
     *
     * @throws DatabaseException if the server cannot be reached
     */
    public static SqlSession open(Database database) {
        return new SqlSession(database.connect(), database.display());
    }

    /** The address as it may be shown, without a password. */
    public String display() {
        return display;
    }

    /**
     * Runs SQL as it is written, one statement or several; a question mark is an operator, not a parameter.
     *
     * @throws DatabaseException if the server refuses it
     */
    public void execute(String sql) {
        for (String message : SqlSplitter.messages(sql)) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(message);
            } catch (SQLException e) {
                throw refused(message, e);
            }
        }
    }

    /**
     * Runs one statement with a value for each {@code ?} in it.
     *
     * @return the number of rows it changed
     * @throws DatabaseException if the server refuses it
     */
    public int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /**
     * Runs a query with a value for each {@code ?} in it, and reads all its rows.
     *
     * @throws DatabaseException if the server refuses it
     */
    public List<SqlRow> query(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<SqlRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(SqlRow.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /**
     * Runs work as one transaction, or, inside another, as a savepoint of it: committed if it returns, rolled back if it throws.
     *
     * @throws DatabaseException if a statement of the work or the commit fails
     */
    public <T> T transaction(Supplier<T> work) {
        try {
            return connection.getAutoCommit() ? outermost(work) : nested(work);
        } catch (SQLException e) {
            throw refused(null, e);
        }
    }

    /** As {@link #transaction(Supplier)}, for work without a result. */
    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** Runs work in a transaction that is rolled back whatever happens, for asking the server what it would do. */
    public <T> T rolledBack(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.get();
                connection.rollback();
                return result;
            } catch (RuntimeException e) {
                undo(e, connection::rollback);
                throw e;
            } finally {
                leaveTransaction();
            }
        } catch (SQLException e) {
            throw refused(null, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused(null, e);
        }
    }

    private <T> T outermost(Supplier<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.get();
            connection.commit();
            return result;
        } catch (RuntimeException e) {
            undo(e, connection::rollback);
            throw e;
        } finally {
            leaveTransaction();
        }
    }

    private <T> T nested(Supplier<T> work) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            T result = work.get();
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (RuntimeException e) {
            undo(e, () -> connection.rollback(savepoint));
            throw e;
        }
    }

    /** A connection that is lost cannot leave its transaction, and need not: the server has rolled it back. */
    private void leaveTransaction() throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }

    private static void undo(RuntimeException failure, Undo undo) {
        try {
            undo.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** One way back. */
    private interface Undo {
        void run() throws SQLException;
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private DatabaseException refused(@Nullable String sql, SQLException error) {
        return SqlErrors.of("A statement failed on " + display, sql, error, "");
    }
}
