package dev.retort.runtime;

import dev.retort.migration.BoundSql;
import dev.retort.migration.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;

/** The connection that revisions run on: its transactions, and the settings that each step begins with. */
final class WorkConnection {

    private final Connection connection;
    private final RunSettings settings;

    WorkConnection(Connection connection, RunSettings settings) throws SQLException {
        this.connection = connection;
        this.settings = settings;
        // A statement that the server keeps prepared fails inside a transaction once its tables have changed (0A000).
        connection.unwrap(PGConnection.class).setPrepareThreshold(0);
        connection.setAutoCommit(true);
        set("SELECT set_config('application_name', 'retort', false), set_config('search_path', 'public', false)");
    }

    Connection jdbc() {
        return connection;
    }

    /** Begins a transaction with its time limits; an unqualified name means {@code public}, whatever the user's own search path says. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        set("SELECT set_config('search_path', 'public', false), set_config('lock_timeout', '"
                + settings.lockTimeout().toMillis() + "', true), set_config('statement_timeout', '"
                + settings.statementTimeout().toMillis() + "', true)");
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Undoes what is open, if anything is; a connection that is lost has nothing open. */
    void rollback() throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Sets the limits of the statements that run outside; each goes by itself, since some refuse to share a message. */
    void alone() throws SQLException {
        limits(settings.aloneLockTimeout(), settings.aloneStatementTimeout());
    }

    void aloneNoMore() throws SQLException {
        set("RESET lock_timeout");
        set("RESET statement_timeout");
    }

    /** The rows of a query in a transaction that can change nothing. */
    List<Row> queryReadOnly(BoundSql sql) throws SQLException {
        connection.setReadOnly(true);
        try {
            begin();
            return sql.query(connection);
        } finally {
            rollback();
            connection.setReadOnly(false);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void limits(Duration lock, Duration statement) throws SQLException {
        set("SELECT set_config('search_path', 'public', false), set_config('lock_timeout', '" + lock.toMillis()
                + "', false), set_config('statement_timeout', '" + statement.toMillis() + "', false)");
    }

    private void set(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
