package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Names in the runner's own statements. */
final class Identifiers {

    private Identifiers() {}

    static String quoted(String namespace, String name) {
        return quoted(namespace) + "." + quoted(name);
    }

    private static String quoted(String part) {
        return '"' + part.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal, whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String doubled = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.indexOf('\\') < 0 ? doubled : "E" + doubled;
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
