package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.migration.BatchBlock;
import dev.retort.migration.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The table {@code retort_step}: how far a revision has come that takes several steps, so that a retry goes on where it failed. Made when first needed,
 * emptied when the revision is done, gone at the base.
 */
public final class StepTable {

    /** The table's name. */
    public static final String NAME = "retort_step";

    /** What the hash of a step in batches begins with. */
    private static final String IN_BATCHES = "batches:";

    private final String table;
    private final String batches;

    /**
     * The step table of a database.
     *
     * @param namespace the PostgreSQL schema that it stands in
     */
    public StepTable(String namespace) {
        this.table = Identifiers.quoted(namespace, NAME);
        this.batches = Identifiers.quoted(namespace, BatchBlock.TABLE);
    }

    /** The quoted name. */
    String name() {
        return table;
    }

    /**
     * A step of a revision that is half done.
     *
     * @param number the step's number, from 1
     * @param hash the hash of what it ran
     * @param done false if it was begun outside a transaction, and nothing is known of its end
     */
    public record StepRow(String revision, Direction direction, int number, String hash, boolean done) {

        /** Whether it ran what the hash stands for; rows of earlier versions bear no mark of batches. */
        boolean ran(String other) {
            return bare(hash).equals(bare(other));
        }

        /** Whether it walks in batches, each of which is kept by itself. */
        boolean inBatches() {
            return hash.startsWith(IN_BATCHES);
        }

        private static String bare(String marked) {
            return marked.startsWith(IN_BATCHES) ? marked.substring(IN_BATCHES.length()) : marked;
        }
    }

    /** The hash of a step, from what it says; that of a block of batches is marked. */
    static String hash(String said) {
        String hash = Hashes.sha256(said);
        return BatchBlock.is(said) ? IN_BATCHES + hash : hash;
    }

    /** Over how many rows the batches of what is half done have walked; 0 where there are none. */
    long walked(Connection connection) throws SQLException {
        return Identifiers.rows(
                        connection, batches, "SELECT coalesce(sum(walked), 0) FROM " + batches, row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Forgets how far batches came. */
    void forgetBatches(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + batches);
        }
    }

    /**
     * All steps of revisions that are half done; none where there is no table.
     *
     * @throws DatabaseException if the server cannot be reached or refuses
     */
    public List<StepRow> read(Database database) {
        try (Connection connection = database.connect()) {
            return read(connection);
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot read the step table of " + database.display(), null, e, "");
        }
    }

    List<StepRow> read(Connection connection) throws SQLException {
        return Identifiers.rows(connection, table, query(table), StepTable::row);
    }

    /** Asks a table of this kind, by its quoted name. */
    static String query(String table) {
        return "SELECT revision, direction, step_no, sql_hash, done_at IS NOT NULL FROM " + table
                + " ORDER BY revision, direction, step_no";
    }

    static StepRow row(ResultSet result) throws SQLException {
        return new StepRow(
                result.getString(1),
                Direction.valueOf(result.getString(2)),
                result.getInt(3),
                result.getString(4),
                result.getBoolean(5));
    }

    /** Notes a step, making the table if it is the first. */
    void put(Connection connection, StepRow row) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(creation());
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table
                + " (revision, direction, step_no, sql_hash, done_at) VALUES (?, ?, ?, ?, CASE WHEN ? THEN now() END)"
                + " ON CONFLICT ON CONSTRAINT retort_step_pkey"
                + " DO UPDATE SET sql_hash = excluded.sql_hash, done_at = excluded.done_at")) {
            statement.setString(1, row.revision());
            statement.setString(2, row.direction().name());
            statement.setInt(3, row.number());
            statement.setString(4, row.hash());
            statement.setBoolean(5, row.done());
            statement.executeUpdate();
        }
    }

    /** Forgets one step; the table goes with the last. */
    void forget(Connection connection, StepRow row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE revision = ? AND direction = ? AND step_no = ?")) {
            statement.setString(1, row.revision());
            statement.setString(2, row.direction().name());
            statement.setInt(3, row.number());
            statement.executeUpdate();
        }
        if (read(connection).isEmpty()) {
            clear(connection);
        }
    }

    /** Forgets the steps of a revision; the table goes with the last. */
    void forget(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + table + " WHERE revision = ?")) {
            statement.setString(1, revision);
            statement.executeUpdate();
        }
        if (read(connection).isEmpty()) {
            clear(connection);
        }
    }

    /** The statement that forgets all steps, with the table. */
    String removal() {
        return "DROP TABLE IF EXISTS " + table + ", " + batches;
    }

    /** Forgets all steps, with the table. */
    void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(removal());
        }
    }

    /** The statement that makes the table where it is not there. */
    String creation() {
        return "CREATE TABLE IF NOT EXISTS " + table + " (revision text NOT NULL, direction text NOT NULL,"
                + " step_no integer NOT NULL, sql_hash text NOT NULL, done_at timestamptz,"
                + " CONSTRAINT retort_step_pkey PRIMARY KEY (revision, direction, step_no))";
    }

    /** The statement that notes a step which is done, or begun. */
    String entry(StepRow row) {
        return "INSERT INTO " + table + " (revision, direction, step_no, sql_hash, done_at) VALUES ("
                + Identifiers.literal(row.revision()) + ", '" + row.direction().name() + "', " + row.number() + ", '"
                + row.hash() + "', " + (row.done() ? "now()" : "NULL") + ")";
    }

    /** The statement that notes the end of a step which was begun. */
    String end(StepRow row) {
        return "UPDATE " + table + " SET done_at = now() WHERE revision = " + Identifiers.literal(row.revision())
                + " AND direction = '" + row.direction().name() + "' AND step_no = " + row.number();
    }
}
