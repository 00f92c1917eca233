package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The version tables of many PostgreSQL schemas of one database, read in a few round trips however many there are. */
public final class VersionTables {

    /** So many tables are read by one statement: each is locked until it ends, and a server has room for a limited number of locks. */
    private static final int TOGETHER = 200;

    private VersionTables() {}

    /**
     * The rows of each table; none where a schema has no table.
     *
     * @param namespaces the PostgreSQL schemas; those that do not exist are left out of the result
     * @throws DatabaseException if the server cannot be reached, or refuses one of the tables
     */
    public static SortedMap<String, SortedSet<String>> read(Database database, Collection<String> namespaces) {
        try (Connection connection = database.connect()) {
            SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
            List<String> withTable = new ArrayList<>();
            find(connection, namespaces, rows, withTable);
            for (int i = 0; i < withTable.size(); i += TOGETHER) {
                read(connection, withTable.subList(i, Math.min(withTable.size(), i + TOGETHER)), rows);
            }
            return rows;
        } catch (SQLException e) {
            throw SqlErrors.of("Cannot read the version tables of " + database.display(), null, e, "");
        }
    }

    private static void find(
            Connection connection,
            Collection<String> namespaces,
            SortedMap<String, SortedSet<String>> rows,
            List<String> withTable)
            throws SQLException {
        Array names = connection.createArrayOf("text", namespaces.toArray());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT n.nspname, c.oid IS NOT NULL FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_class c"
                        + " ON c.relnamespace = n.oid AND c.relname = ? WHERE n.nspname = ANY (?) ORDER BY 1")) {
            statement.setString(1, VersionTable.NAME);
            statement.setArray(2, names);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getString(1), new TreeSet<>());
                    if (result.getBoolean(2)) {
                        withTable.add(result.getString(1));
                    }
                }
            }
        } finally {
            names.free();
        }
    }

    private static void read(Connection connection, List<String> namespaces, SortedMap<String, SortedSet<String>> rows)
            throws SQLException {
        String sql = namespaces.stream()
                .map(namespace -> "SELECT " + Identifiers.literal(namespace) + " AS namespace, revision FROM "
                        + Identifiers.quoted(namespace, VersionTable.NAME))
                .collect(Collectors.joining(" UNION ALL "));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.getOrDefault(result.getString(1), new TreeSet<>()).add(result.getString(2));
            }
        }
    }
}
