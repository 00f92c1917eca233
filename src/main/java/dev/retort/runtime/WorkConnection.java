package dev.retort.runtime;

import dev.retort.database.Database;
import dev.retort.migration.BoundSql;
import dev.retort.migration.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** The connection that revisions run on: its transactions, and the settings that each step begins with. */
final class WorkConnection implements AutoCloseable {

    private final Connection connection;
    private final RunSettings settings;
    private final SessionName name;
    private final int prepareThreshold;

    private WorkConnection(Connection connection, RunSettings settings) throws SQLException {
        this.connection = connection;
        this.settings = settings;
        // A statement that the server keeps prepared fails inside a transaction once its tables have changed (0A000).
        PGConnection driver = connection.unwrap(PGConnection.class);
        this.prepareThreshold = driver.getPrepareThreshold();
        driver.setPrepareThreshold(0);
        connection.setAutoCommit(true);
        this.name = SessionName.take(connection);
        set("SELECT set_config('search_path', 'public', false)");
    }

    /** Opens a connection for revisions to run on. */
    static WorkConnection open(Database database, RunSettings settings) throws SQLException {
        Connection connection = database.connect();
        boolean opened = false;
        try {
            WorkConnection work = new WorkConnection(connection, settings);
            opened = true;
            return work;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Closes the connection as it was found, as it may go back to a pool. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                rollback();
                name.giveBack(connection);
                connection.unwrap(PGConnection.class).setPrepareThreshold(prepareThreshold);
            }
        }
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

    /** Runs a block of batches, and tells how far it is. */
    void executeBatches(String sql, Consumer<String> progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            BatchNotices notices = new BatchNotices(statement, progress);
            try {
                statement.execute(sql);
            } finally {
                notices.end();
            }
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
