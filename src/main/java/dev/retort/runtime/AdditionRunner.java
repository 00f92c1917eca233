package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.operation.Operation;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs operations that only add, beside the revisions, and notes them: all in one transaction, but for values added to enum types, which PostgreSQL lets
 * nobody use before they are committed, and which so go first.
 */
public final class AdditionRunner {

    private final Database database;
    private final RunSettings settings;
    private final RunListener listener;
    private final Surroundings surroundings;
    private final SyncTable table;
    private final List<String> kept = new ArrayList<>();

    /** A runner on a database. */
    public AdditionRunner(Database database, RunSettings settings, RunListener listener, Surroundings surroundings) {
        this.database = database;
        this.settings = settings;
        this.listener = listener;
        this.surroundings = surroundings;
        this.table = new SyncTable(settings.versionNamespace());
    }

    /**
     * Runs them in their order.
     *
     * @return who it was done as, as {@link RunResult#role} has it
     * @throws DatabaseException if the server refuses one; the reason says what was kept
     */
    public String run(List<Operation> operations) {
        List<Operation> values =
                operations.stream().filter(AdditionRunner::standsAlone).toList();
        List<Operation> others =
                operations.stream().filter(operation -> !standsAlone(operation)).toList();
        try (AdvisoryLock lock = AdvisoryLock.take(database, settings, surroundings, listener);
                WorkConnection connection = WorkConnection.open(database, settings, lock)) {
            transaction(values, connection);
            transaction(others, connection);
            return lock.role();
        } catch (SQLException e) {
            throw SqlErrors.of("sync of " + database.display() + " failed", null, e, "");
        }
    }

    private static boolean standsAlone(Operation operation) {
        return SqlRenderer.render(operation).stream().anyMatch(Statement::commitAfter);
    }

    private void transaction(List<Operation> operations, WorkConnection connection) throws SQLException {
        if (operations.isEmpty()) {
            return;
        }
        connection.begin(Limits.ofUnknown(settings));
        for (Operation operation : operations) {
            for (Statement statement : SqlRenderer.render(operation)) {
                try {
                    connection.limit(Limits.of(operation, statement.sql(), settings));
                    connection.execute(statement.sql());
                } catch (SQLException e) {
                    connection.rollback();
                    throw failure(operation, statement.sql(), e);
                }
            }
        }
        List<String> summaries = operations.stream().map(Operation::summary).toList();
        note(connection.ready(), summaries);
        connection.commit();
        kept.addAll(summaries);
    }

    private void note(Connection connection, List<String> summaries) throws SQLException {
        table.note(connection, summaries, surroundings.clock().instant(), surroundings.client());
    }

    private DatabaseException failure(Operation operation, String sql, SQLException error) {
        String state = kept.isEmpty()
                ? "Rolled back: everything. Nothing was changed."
                : "Kept, as PostgreSQL cannot take them back: " + String.join(", ", kept)
                        + ". Rolled back: everything else.";
        DatabaseException failed = new DatabaseException(
                "sync of " + database.display() + " failed at: " + operation.summary(),
                SqlErrors.said(error) + "\n  in: " + SqlErrors.shortened(sql, SqlErrors.position(error)) + "\n" + state,
                cure(operation, error),
                error.getSQLState(),
                sql);
        failed.causedBy(error);
        return failed;
    }

    /** What rows stand in the way of is what revisions are for. */
    private static String cure(Operation operation, SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (state.equals("23502")) {
            String column = operation.object().replaceFirst("^public\\.", "");
            return "It must have a value, and there are rows without one. Give the attribute a default (@ColumnDefault), or write"
                    + " the revision that fills it:\nretort revision --autogenerate --backfill " + column
                    + "=VALUE -m MESSAGE";
        }
        if (state.startsWith("23")) {
            return "Correct the rows that are in the way, or write the revision that does:"
                    + " retort revision --autogenerate -m MESSAGE";
        }
        return "Correct the cause and run it again: retort sync";
    }
}
