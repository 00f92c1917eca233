package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The table {@code retort_sync}: what {@code sync} made that no revision had made. While it is there the database is ahead of its revisions, and is compared
 * with nothing. A stamp removes it, which says that revisions hold it all now; so does the base.
 */
public final class SyncTable {

    /** The table's name. */
    public static final String NAME = "retort_sync";

    private final String table;

    /**
     * The table of a database.
     *
     * @param namespace the PostgreSQL schema that it stands in
     */
    public SyncTable(String namespace) {
        this.table = Identifiers.quoted(namespace, NAME);
    }

    /**
     * One thing that was made.
     *
     * @param summary what, such as {@code add column customer.tier}
     * @param at when
     */
    public record Made(String summary, Instant at) {}

    /**
     * What was made, the oldest first; none where there is no table.
     *
     * @throws DatabaseException if the server cannot be reached or refuses
     */
    public List<Made> read(Database database) {
        try (Connection connection = database.connect()) {
            return read(connection);
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot read what sync made in " + database.display(), null, e, "");
        }
    }

    List<Made> read(Connection connection) throws SQLException {
        return Identifiers.rows(connection, table, query(table), SyncTable::row);
    }

    /** Asks a table of this kind, by its quoted name. */
    static String query(String table) {
        return "SELECT summary, done_at FROM " + table + " ORDER BY id";
    }

    static Made row(ResultSet row) throws SQLException {
        return new Made(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    /** Notes what was made, inside the caller's transaction. */
    void note(Connection connection, List<String> summaries, Instant at, String client) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table
                    + " (id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT retort_sync_pkey PRIMARY KEY,"
                    + " summary text NOT NULL, done_at timestamptz NOT NULL,"
                    + " done_by text NOT NULL DEFAULT current_user, client text)");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (summary, done_at, client) VALUES (?, ?, ?)")) {
            for (String summary : summaries) {
                insert.setString(1, summary);
                insert.setObject(2, at.atOffset(java.time.ZoneOffset.UTC));
                insert.setString(3, client);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The statement that removes the table. */
    public String removal() {
        return "DROP TABLE IF EXISTS " + table;
    }
}
