package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Names in the runner's own statements. */
final class Identifiers {

    private static final String UNDEFINED_TABLE = "42P01";

    private Identifiers() {}

    static String quoted(String namespace, String name) {
        return quoted(namespace) + "." + quoted(name);
    }

    static String quoted(String part) {
        return '"' + part.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal, whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String doubled = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.indexOf('\\') < 0 ? doubled : "E" + doubled;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The rows of a query on one of our own tables; none where the table is not there, or is dropped by another run while we look. */
    static <T> List<T> rows(Connection connection, String quotedName, String sql, RowReader<T> reader)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        if (!exists(connection, quotedName)) {
            return rows;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        } catch (SQLException e) {
            if (!UNDEFINED_TABLE.equals(e.getSQLState()) || !connection.getAutoCommit()) {
                throw e;
            }
        }
        return rows;
    }

    /** Whether a relation of this quoted name exists. */
    static boolean exists(Connection connection, String quotedName) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, quotedName);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
