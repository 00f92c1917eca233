package dev.retort.runtime;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Retort's own tables of many PostgreSQL schemas of one database, many read by one statement. */
final class ManyTables {

    /** So many tables are read by one statement: each is locked until it ends, and a server has room for a limited number of locks. */
    private static final int TOGETHER = 200;

    private final Connection connection;
    private final SortedSet<String> namespaces = new TreeSet<>();
    private final Map<String, List<String>> having = new TreeMap<>();

    private ManyTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Looks which of the schemas there are, and which of the tables they have.
     *
     * @param names the names of the tables
     */
    static ManyTables find(Connection connection, Collection<String> namespaces, List<String> names)
            throws SQLException {
        ManyTables tables = new ManyTables(connection);
        Array schemas = connection.createArrayOf("text", namespaces.toArray());
        Array relations = connection.createArrayOf("text", names.toArray());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT n.nspname, c.relname FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_class c"
                        + " ON c.relnamespace = n.oid AND c.relname = ANY (?) WHERE n.nspname = ANY (?) ORDER BY 1, 2")) {
            statement.setArray(1, relations);
            statement.setArray(2, schemas);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String namespace = result.getString(1);
                    tables.namespaces.add(namespace);
                    String name = result.getString(2);
                    if (name != null) {
                        tables.having
                                .computeIfAbsent(name, none -> new ArrayList<>())
                                .add(namespace);
                    }
                }
            }
        } finally {
            schemas.free();
            relations.free();
        }
        return tables;
    }

    /** The schemas that there are. */
    SortedSet<String> namespaces() {
        return namespaces;
    }

    /** Whether a schema has a table of that name. */
    boolean any(String name) {
        return having.containsKey(name);
    }

    /**
     * The rows of all tables of a name, by their schemas, in no order; none of a schema without one.
     *
     * @param before what the statement begins with; empty for nothing
     * @param query makes of the quoted name of a table what to ask of it
     * @param reader reads a row of that
     */
    <T> SortedMap<String, List<T>> read(
            String name, String before, UnaryOperator<String> query, Identifiers.RowReader<T> reader)
            throws SQLException {
        SortedMap<String, List<T>> rows = new TreeMap<>();
        List<String> all = having.getOrDefault(name, List.of());
        for (int i = 0; i < all.size(); i += TOGETHER) {
            String sql = all.subList(i, Math.min(all.size(), i + TOGETHER)).stream()
                    .map(namespace -> "SELECT said.*, " + Identifiers.literal(namespace) + " AS namespace FROM ("
                            + query.apply(Identifiers.quoted(namespace, name)) + ") said")
                    .collect(Collectors.joining(" UNION ALL ", before, ""));
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                try (ResultSet result = statement.executeQuery(sql)) {
                    while (result.next()) {
                        rows.computeIfAbsent(result.getString("namespace"), none -> new ArrayList<>())
                                .add(reader.read(result));
                    }
                }
            }
        }
        return rows;
    }
}
