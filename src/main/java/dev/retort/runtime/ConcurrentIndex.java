package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks before and after a concurrent build or drop of an index: a build that fails leaves an invalid index, which {@code IF NOT EXISTS} would take for
 * the real one.
 */
final class ConcurrentIndex {

    private final ObjectName name;
    private final @Nullable CreateIndex create;
    private final WorkConnection connection;

    private ConcurrentIndex(ObjectName name, @Nullable CreateIndex create, WorkConnection connection) {
        this.name = name;
        this.create = create;
        this.connection = connection;
    }

    /** The index that an operation builds or drops concurrently; null for any other operation. */
    static @Nullable ConcurrentIndex of(Operation operation, WorkConnection connection) {
        if (operation instanceof CreateIndex create
                && create.concurrently()
                && create.index().name() != null) {
            ObjectName table = connection.actual(create.table());
            return new ConcurrentIndex(
                    table.sibling(create.index().name()), new CreateIndex(table, create.index(), true), connection);
        }
        if (operation instanceof DropIndex drop && drop.concurrently()) {
            return new ConcurrentIndex(connection.actual(drop.index()), null, connection);
        }
        return null;
    }

    private enum State {
        ABSENT,
        VALID,
        INVALID,
        BEING_BUILT
    }

    /**
     * Whether it is done already, by an earlier run or by hand; removes what a failed build has left.
     *
     * @param begun whether an earlier run began this statement and lost its connection before it heard of the end
     * @throws RefusedException if an index of that name is another one, or another session is building it
     */
    boolean isDone(boolean begun) throws SQLException {
        State state = state();
        CreateIndex wanted = create;
        if (wanted == null) {
            return begun && state == State.ABSENT;
        }
        return switch (state) {
            case ABSENT -> false;
            case VALID -> {
                new IndexDefinition(connection.jdbc()).requireSame(name, wanted);
                yield true;
            }
            case INVALID -> {
                removeLeftovers();
                yield false;
            }
            case BEING_BUILT ->
                throw new RefusedException(
                        "Another session is building the index " + name.display(),
                        "Two builds of one name get in each other's way.",
                        "Wait for it to end, then run the upgrade again: it goes on with this index.");
        };
    }

    /** Says so if the index is not valid after the build. */
    void check() throws SQLException {
        if (create != null && state() == State.INVALID) {
            throw new SQLException("the index " + name.display()
                    + " was built but is not valid; run the upgrade again, which builds it anew");
        }
    }

    /**
     * Removes what a build has left that failed just now, waiting for locks no longer than a transaction would.
     *
     * @return what is to be said of it; empty where nothing is left
     */
    String cleanUp(Limits limits) {
        try {
            if (create == null || state() != State.INVALID) {
                return "";
            }
            connection.alone(limits);
            removeLeftovers();
            return "";
        } catch (SQLException e) {
            return "The invalid index " + name.display() + " is left, and is removed by the next run: "
                    + SqlErrors.said(e);
        }
    }

    /** An invalid index and the invalid ones that {@code REINDEX CONCURRENTLY} leaves beside one. */
    private void removeLeftovers() throws SQLException {
        List<String> leftovers = new ArrayList<>();
        try (PreparedStatement statement = connection
                .jdbc()
                .prepareStatement("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ? AND NOT i.indisvalid AND (c.relname = ? OR"
                        + " left(c.relname, length(?)) = ? AND substr(c.relname, length(?) + 1) ~ '^_cc(new|old)[0-9]*$')"
                        + " AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid)"
                        + " ORDER BY c.relname")) {
            statement.setString(1, name.namespace());
            for (int i = 2; i <= 5; i++) {
                statement.setString(i, name.name());
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    leftovers.add(result.getString(1));
                }
            }
        }
        for (String leftover : leftovers) {
            connection.execute("DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.quoted(name.namespace(), leftover));
        }
    }

    private State state() throws SQLException {
        try (PreparedStatement statement = connection
                .jdbc()
                .prepareStatement("SELECT i.indisvalid, p.pid FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_index i ON i.indexrelid = c.oid"
                        + " LEFT JOIN pg_stat_progress_create_index p ON p.index_relid = c.oid"
                        + " WHERE n.nspname = ? AND c.relname = ?")) {
            statement.setString(1, name.namespace());
            statement.setString(2, name.name());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return State.ABSENT;
                }
                boolean valid = result.getBoolean(1);
                boolean built = result.getObject(2) != null;
                return valid ? State.VALID : built ? State.BEING_BUILT : State.INVALID;
            }
        }
    }
}
