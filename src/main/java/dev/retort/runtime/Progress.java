package dev.retort.runtime;

import dev.retort.migration.Direction;
import dev.retort.runtime.StepTable.StepRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far one revision has come, as its rows of the step table say. */
final class Progress {

    private final StepTable table;
    private final Connection connection;
    private final String revision;
    private final Direction direction;
    private final Map<Integer, StepRow> rows = new TreeMap<>();

    Progress(StepTable table, Connection connection, String revision, Direction direction, List<StepRow> known) {
        this.table = table;
        this.connection = connection;
        this.revision = revision;
        this.direction = direction;
        for (StepRow row : known) {
            if (row.revision().equals(revision) && row.direction() == direction) {
                rows.put(row.number(), row);
            }
        }
    }

    /** Notes a revision as done, in the transaction that is open, and commits it. */
    @FunctionalInterface
    interface VersionMove {
        void move(WorkConnection connection) throws SQLException;
    }

    /** The quoted name of the table. */
    String table() {
        return table.name();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<StepRow> rows() {
        return List.copyOf(rows.values());
    }

    boolean isDone(int step) {
        StepRow row = rows.get(step);
        return row != null && row.done();
    }

    boolean isDone(int step, String hash) {
        StepRow row = rows.get(step);
        return row != null && row.done() && row.ran(hash);
    }

    /** Whether a later step, or this one, is done. */
    boolean isAtOrBefore(int step) {
        return rows.values().stream().anyMatch(row -> row.done() && row.number() >= step);
    }

    /** Whether the step was begun outside a transaction and nothing is known of its end. */
    boolean isBegun(int step, String hash) {
        StepRow row = rows.get(step);
        return row != null && !row.done() && row.ran(hash);
    }

    /**
     * Makes sure that batches which are about to walk go on from a position only where it is this revision's own: it must not outlive the rows that it spoke
     * of. What the step says may be another, as a position belongs to what it walks.
     */
    void beginBatches(int step) throws SQLException {
        StepRow row = rows.get(step);
        if (row == null || row.done()) {
            table.forgetBatches(connection);
        }
    }

    /** Over how many rows batches have walked that are committed. */
    long walked() throws SQLException {
        return table.walked(connection);
    }

    void begin(int step, String hash) throws SQLException {
        put(new StepRow(revision, direction, step, hash, false));
    }

    void done(int step, String hash) throws SQLException {
        put(new StepRow(revision, direction, step, hash, true));
    }

    /** As {@link #done}, in the transaction whose rollback makes it not done. */
    void doneInTransaction(int step, String hash) throws SQLException {
        table.put(connection, new StepRow(revision, direction, step, hash, true));
    }

    void notBegun(int step, String hash) throws SQLException {
        table.forget(connection, new StepRow(revision, direction, step, hash, false));
        rows.remove(step);
    }

    private void put(StepRow row) throws SQLException {
        table.put(connection, row);
        rows.put(row.number(), row);
    }
}
