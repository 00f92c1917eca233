package dev.retort.runtime;

import dev.retort.database.Database;
import dev.retort.migration.BoundSql;
import dev.retort.migration.Row;
import dev.retort.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The connection that revisions run on: its transactions, and the settings that each step begins with. Settings travel in one message with the statement
 * that they are for; who uses the connection itself asks for it {@link #ready() ready}.
 */
final class WorkConnection implements AutoCloseable {

    /**
     * Makes the server end a statement whose client was killed, and not go on holding its locks until it would answer. Only some systems can tell: those
     * that the manual names at {@code client_connection_check_interval}.
     */
    private static final String NOTICE_DEATH = "SELECT set_config('client_connection_check_interval', '5s', false)"
            + " WHERE version() ~ 'linux|darwin|bsd|illumos|solaris'";

    private final Connection connection;
    private final PGConnection driver;
    private final RunSettings settings;
    private final SessionName name;
    private final int prepareThreshold;
    private final SessionLock mark;
    private final boolean sharesMessages;
    private final SearchPath path;
    private @Nullable Limits limits;
    private @Nullable Limits limitsThere;
    private boolean whole;

    private WorkConnection(Connection connection, RunSettings settings, AdvisoryLock lock) throws SQLException {
        this.connection = connection;
        this.settings = settings;
        this.path = new SearchPath(settings);
        // A statement that the server keeps prepared fails inside a transaction once its tables have changed (0A000).
        this.driver = connection.unwrap(PGConnection.class);
        this.prepareThreshold = driver.getPrepareThreshold();
        driver.setPrepareThreshold(0);
        this.sharesMessages = sharesMessages(driver.getPreferQueryMode());
        connection.setAutoCommit(true);
        this.name = SessionName.take(connection);
        set("SELECT " + path.setting() + ", set_config('TimeZone', 'UTC', false), " + name.unending());
        if (!settings.versionNamespace().equals("public")) {
            requireNamespace();
        }
        set(NOTICE_DEATH);
        this.mark = lock.ofWork(connection);
    }

    /**
     * Opens a connection for revisions to run on.
     *
     * @throws dev.retort.DatabaseException if that of an earlier run still works
     */
    static WorkConnection open(Database database, RunSettings settings, AdvisoryLock lock) throws SQLException {
        Connection connection = database.connect();
        boolean opened = false;
        try {
            WorkConnection work = new WorkConnection(connection, settings, lock);
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
                mark.close();
                set("RESET client_connection_check_interval");
                name.giveBack(connection);
                driver.setPrepareThreshold(prepareThreshold);
            }
        }
    }

    /** Who revisions run as, see {@link SessionName#role}. */
    String role() {
        return name.role();
    }

    Connection jdbc() {
        return connection;
    }

    /** The driver's own view of it. */
    PGConnection driver() {
        return driver;
    }

    /** Begins one transaction for all that follows; until it is committed, those within it are none of their own. */
    void beginWhole() throws SQLException {
        begin(Limits.ofUnknown(settings));
        whole = true;
    }

    void commitWhole() throws SQLException {
        whole = false;
        commit();
    }

    /** Begins a transaction with its time limits; an unqualified name means {@code public}, or a tenant's schema, whatever ran before. */
    void begin(Limits first) throws SQLException {
        connection.setAutoCommit(false);
        path.begin();
        limitsThere = null;
        limits = first;
    }

    /** Sets the limits of what comes next in the transaction. */
    void limit(Limits next) {
        limits = next;
    }

    /** The connection, with the settings made that what comes next needs. */
    Connection ready() throws SQLException {
        String due = takeDue();
        if (!due.isEmpty()) {
            set(due);
        }
        return connection;
    }

    /** As {@link #ready}, for code that is not ours and may leave the session with another search path: the next transaction sets it again. */
    Connection lend() throws SQLException {
        Connection lent = ready();
        path.stray();
        return lent;
    }

    /** What is to be set and not yet said; {@code SET LOCAL} takes the server a tenth of what a query does, and each statement begins with it. */
    private String takeDue() {
        List<String> due = new ArrayList<>();
        if (path.takeDue()) {
            due.add("SELECT " + path.setting());
        }
        Limits next = limits;
        Limits there = limitsThere;
        if (next != null && (there == null || !there.lock().equals(next.lock()))) {
            due.add("SET LOCAL lock_timeout = " + next.lock().toMillis());
        }
        if (next != null && (there == null || !there.statement().equals(next.statement()))) {
            due.add("SET LOCAL statement_timeout = " + next.statement().toMillis());
        }
        limitsThere = next;
        return String.join(";\n", due);
    }

    private void forgetDue() {
        limitsThere = limits;
    }

    /**
     * Whether statements in one message are by themselves all the same: each with its own time limits and its own place of an error. The simple protocol
     * counts them as one.
     */
    private static boolean sharesMessages(PreferQueryMode mode) {
        return mode == PreferQueryMode.EXTENDED || mode == PreferQueryMode.EXTENDED_CACHE_EVERYTHING;
    }

    void commit() throws SQLException {
        if (!whole) {
            forgetDue();
            connection.commit();
            connection.setAutoCommit(true);
            path.committed();
        }
    }

    /** Whether a commit may travel with what goes before it: it ends a transaction, and does not wait for another's end. */
    boolean commitsAtOnce() {
        return sharesMessages && !whole;
    }

    /** Runs a last statement and commits, in one message. */
    void executeAndCommit(String sql) throws SQLException {
        execute(sql + ";\nCOMMIT");
        commit();
    }

    /** Undoes what is open, if anything is; a connection that is lost has nothing open. */
    void rollback() throws SQLException {
        whole = false;
        path.end();
        forgetDue();
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Sets the limits of the statements that run outside; each goes by itself, since some refuse to share a message. */
    void alone(Limits outside) throws SQLException {
        set("SELECT " + path.setting() + ", " + settings(outside));
    }

    void aloneNoMore() throws SQLException {
        set("RESET lock_timeout");
        set("RESET statement_timeout");
    }

    /** The rows of a query in a transaction that can change nothing. */
    List<Row> queryReadOnly(BoundSql sql) throws SQLException {
        connection.setReadOnly(true);
        try {
            begin(Limits.ofUnknown(settings));
            return sql.query(lend());
        } finally {
            rollback();
            connection.setReadOnly(false);
        }
    }

    void execute(String sql) throws SQLException {
        Connection used = sharesMessages ? connection : ready();
        try (Statement statement = used.createStatement()) {
            statement.setEscapeProcessing(false);
            String due = takeDue();
            statement.execute(due.isEmpty() ? sql : due + ";\n" + sql);
        }
    }

    /** As {@link #execute}, for text of the revision's own. */
    void executeForeign(String sql) throws SQLException {
        try {
            execute(sql);
        } finally {
            path.stray();
        }
    }

    /** Runs a block of batches, and tells how far it is. */
    void executeBatches(String sql, Consumer<String> progress) throws SQLException {
        path.stray();
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

    /** PostgreSQL passes over a schema that is not there, so that one tenant's tables would be made among what all share. */
    private void requireNamespace() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT current_schema()")) {
            result.next();
            if (!settings.versionNamespace().equals(result.getString(1))) {
                throw new SQLException(
                        "there is no schema " + settings.versionNamespace() + ", or this role may not use it", "3F000");
            }
        }
    }

    /** A name as it is in this run: {@code public} in a revision stands for where the run looks first. */
    ObjectName actual(ObjectName name) {
        return name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) ? name.in(settings.versionNamespace()) : name;
    }

    private static String settings(Limits limits) {
        return "set_config('lock_timeout', '" + limits.lock().toMillis()
                + "', false), set_config('statement_timeout', '"
                + limits.statement().toMillis() + "', false)";
    }

    private void set(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
