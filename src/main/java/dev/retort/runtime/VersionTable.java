package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.postgresql.util.PSQLException;

/** The table {@code retort_version}: a row for each applied revision that no other applied one needs. Made when first needed, gone at the base. */
public final class VersionTable {

    /** The table's name. */
    public static final String NAME = "retort_version";

    private static final String UNDEFINED_COLUMN = "42703";

    private final String table;

    /**
     * The version table of a database.
     *
     * @param namespace the PostgreSQL schema that it stands in
     */
    public VersionTable(String namespace) {
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
            throw SqlErrors.of("Cannot read the version table of " + database.display(), null, e, cure(table, e));
        }
    }

    /** What to do about a table that cannot be read; empty where the server's own words are enough. */
    static String cure(String table, SQLException e) {
        return UNDEFINED_COLUMN.equals(e.getSQLState())
                ? "The table " + table
                        + " is none that Retort made: it has no column revision. Where the column has another name, type in psql: ALTER TABLE "
                        + table + " RENAME COLUMN … TO revision; and where the table is of no use: DROP TABLE " + table
                        + "; and then, for where the database stands: retort stamp REV"
                : "";
    }

    SortedSet<String> read(Connection connection) throws SQLException {
        return new TreeSet<>(Identifiers.rows(connection, table, query(table), VersionTable::row));
    }

    /** Asks a table of this kind, by its quoted name. */
    static String query(String table) {
        return "SELECT revision FROM " + table;
    }

    static String row(ResultSet result) throws SQLException {
        return result.getString(1);
    }

    /**
     * The statements that replace rows by others; those that change a row change exactly one.
     *
     * @param from the rows as they are; if there are none the table is made
     * @param to the rows as they shall be; if there are none the table goes
     */
    public List<String> statements(Set<String> from, Set<String> to) {
        List<String> gone = from.stream().filter(row -> !to.contains(row)).toList();
        List<String> come = to.stream().filter(row -> !from.contains(row)).toList();
        List<String> statements = new ArrayList<>();
        if (from.isEmpty()) {
            statements.add("CREATE TABLE IF NOT EXISTS " + table
                    + " (revision text NOT NULL CONSTRAINT retort_version_pkey PRIMARY KEY)");
        }
        int moved = Math.min(gone.size(), come.size());
        for (int i = 0; i < moved; i++) {
            statements.add(update(gone.get(i), come.get(i)));
        }
        gone.stream()
                .skip(moved)
                .forEach(row ->
                        statements.add("DELETE FROM " + table + " WHERE revision = " + Identifiers.literal(row)));
        come.stream()
                .skip(moved)
                .forEach(row -> statements.add(
                        "INSERT INTO " + table + " (revision) VALUES (" + Identifiers.literal(row) + ")"));
        if (to.isEmpty()) {
            statements.add("DROP TABLE IF EXISTS " + table);
        }
        return statements;
    }

    /**
     * Replaces rows by others inside the caller's transaction, in one round trip with what else is to be noted.
     *
     * @param further statements of other tables
     * @throws DatabaseException if the rows are not what they should be: somebody changed them meanwhile
     */
    void move(Connection connection, Set<String> from, Set<String> to, List<String> further) throws SQLException {
        List<String> moves = statements(from, to);
        List<String> all = new ArrayList<>(moves);
        all.addAll(further);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(String.join(";\n", all));
            for (String move : moves) {
                int changed = statement.getUpdateCount();
                if (changed != 1 && !move.contains(" TABLE ")) {
                    throw changedMeanwhile(changed);
                }
                statement.getMoreResults();
            }
        }
    }

    /**
     * As {@link #move}, with the commit in the same message, for the common case that one row becomes another.
     *
     * @param revision the one that ran
     * @param entry makes its row of the history's table from an expression for its id, which gives nothing unless the version's row was met: the row cannot
     *     be written then, and nothing is committed
     * @throws DatabaseException if the row is not what it should be: somebody changed it meanwhile
     */
    void moveAndCommit(
            WorkConnection connection, String from, String to, String revision, Function<String, String> entry)
            throws SQLException {
        String moved = "WITH moved AS (" + update(from, to) + " RETURNING 1) ";
        try {
            connection.executeAndCommit(
                    moved + entry.apply("(SELECT " + Identifiers.literal(revision) + " FROM moved)"));
        } catch (PSQLException e) {
            if (HistoryTable.lacksRevision(e)) {
                throw changedMeanwhile(0);
            }
            throw e;
        }
    }

    /** The statements that set the rows whatever they were. */
    public List<String> replacement(Set<String> rows) {
        List<String> statements = new ArrayList<>(List.of("DROP TABLE IF EXISTS " + table));
        if (!rows.isEmpty()) {
            statements.addAll(statements(Set.of(), rows));
        }
        return statements;
    }

    private String update(String from, String to) {
        return "UPDATE " + table + " SET revision = " + Identifiers.literal(to) + " WHERE revision = "
                + Identifiers.literal(from);
    }

    private DatabaseException changedMeanwhile(int changed) {
        return new DatabaseException(
                "The version table " + table + " was changed by somebody else",
                changed + " rows were met where there should be 1; this revision is rolled back.",
                "See where the database stands with: retort current");
    }
}
