package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The table {@code retort_version}: a row for each applied revision that no other applied one needs. Made when first needed, gone at the base. */
public final class VersionTable {

    /** The table's name. */
    public static final String NAME = "retort_version";

    private final String namespace;
    private final String table;

    /**
     * The version table of a database.
     *
     * @param namespace the PostgreSQL schema that it stands in
     */
    public VersionTable(String namespace) {
        this.namespace = namespace;
        this.table = Identifiers.quoted(namespace, NAME);
    }

    /**
     * The rows; none where there is no table.
     *
     * @throws DatabaseException if the server cannot be reached or refuses
     */
    public SortedSet<String> read(Database database) {
        try (Connection connection = database.connect()) {
            return read(connection);
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot read the version table of " + database.display(), null, e, "");
        }
    }

    SortedSet<String> read(Connection connection) throws SQLException {
        SortedSet<String> rows = new TreeSet<>();
        if (Identifiers.exists(connection, table)) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT revision FROM " + table)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }

    String namespace() {
        return namespace;
    }

    /** The statement that makes the table unless it is there. */
    String creation() {
        return "CREATE TABLE IF NOT EXISTS " + table
                + " (revision text NOT NULL CONSTRAINT retort_version_pkey PRIMARY KEY)";
    }

    /** The statement that removes it. */
    String removal() {
        return "DROP TABLE IF EXISTS " + table;
    }

    /**
     * Replaces rows by others inside the caller's transaction.
     *
     * @throws DatabaseException if the rows are not what they should be: somebody changed them meanwhile
     */
    void move(Connection connection, Set<String> from, Set<String> to) throws SQLException {
        Set<String> gone = new TreeSet<>(from);
        gone.removeAll(to);
        Set<String> come = new TreeSet<>(to);
        come.removeAll(from);
        if (from.isEmpty()) {
            execute(connection, creation());
        }
        if (gone.size() == 1 && come.size() == 1) {
            expect(
                    1,
                    changed(
                            connection,
                            "UPDATE " + table + " SET revision = ? WHERE revision = ?",
                            come.iterator().next(),
                            gone.iterator().next()));
            return;
        }
        for (String row : gone) {
            expect(1, changed(connection, "DELETE FROM " + table + " WHERE revision = ?", row));
        }
        for (String row : come) {
            expect(1, changed(connection, "INSERT INTO " + table + " (revision) VALUES (?)", row));
        }
        if (to.isEmpty()) {
            execute(connection, removal());
        }
    }

    /** Sets the rows whatever they were, inside the caller's transaction. */
    void replace(Connection connection, Set<String> rows) throws SQLException {
        execute(connection, removal());
        if (!rows.isEmpty()) {
            execute(connection, creation());
            for (String row : rows) {
                changed(connection, "INSERT INTO " + table + " (revision) VALUES (?)", row);
            }
        }
    }

    private void expect(int rows, int changed) {
        if (rows != changed) {
            throw new DatabaseException(
                    "The version table " + table + " was changed by somebody else",
                    changed + " rows were met where there should be " + rows + "; this revision is rolled back.",
                    "See where the database stands with: retort current");
        }
    }

    private static int changed(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
