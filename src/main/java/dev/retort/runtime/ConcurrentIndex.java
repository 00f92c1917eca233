package dev.retort.runtime;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Looks before and after a concurrent build or drop of an index: a build that fails leaves an invalid index, which {@code IF NOT EXISTS} would take for
 * the real one.
 */
final class ConcurrentIndex {

    private final ObjectName name;
    private final boolean create;
    private final WorkConnection connection;

    private ConcurrentIndex(ObjectName name, boolean create, WorkConnection connection) {
        this.name = name;
        this.create = create;
        this.connection = connection;
    }

    /** The index that an operation builds or drops concurrently; null for any other operation. */
    static @Nullable ConcurrentIndex of(Operation operation, WorkConnection connection) {
        if (operation instanceof CreateIndex create
                && create.concurrently()
                && create.index().name() != null) {
            return new ConcurrentIndex(create.table().sibling(create.index().name()), true, connection);
        }
        if (operation instanceof DropIndex drop && drop.concurrently()) {
            return new ConcurrentIndex(drop.index(), false, connection);
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
     * Whether an earlier run has done it already; removes what a failed build has left.
     *
     * @param begun whether an earlier run began this statement and lost its connection before it heard of the end
     */
    boolean isDone(boolean begun) throws SQLException {
        State state = state();
        if (!create) {
            return begun && state == State.ABSENT;
        }
        if (state == State.BEING_BUILT) {
            throw new SQLException("another session is building the index " + name.display()
                    + "; wait for it to end, then run the upgrade again");
        }
        if (state == State.INVALID) {
            connection.execute("DROP INDEX CONCURRENTLY IF EXISTS " + quoted());
        }
        return begun && state == State.VALID;
    }

    /** Says so if the index is not valid after the build. */
    void check() throws SQLException {
        if (create && state() == State.INVALID) {
            throw new SQLException("the index " + name.display()
                    + " was built but is not valid; run the upgrade again, which builds it anew");
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

    private String quoted() {
        return Identifiers.quoted(name.namespace(), name.name());
    }
}
