package dev.retort.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** How the commands of a test reach a database that the test server made. */
public final class Addresses {

    private Addresses() {}

    /** The URL, with the user and without the password. */
    public static String url(Database database) {
        try (Connection connection = database.connect()) {
            String url = connection.getMetaData().getURL();
            return url + (url.contains("?") ? "&" : "?") + "user="
                    + connection.getMetaData().getUserName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The environment variables that hold the password; none where the server trusts. */
    public static Map<String, String> password(Database database) {
        Map<String, String> variables = new HashMap<>();
        String password = ((JdbcDatabase) database).properties().get("password");
        if (password != null) {
            variables.put("RETORT_PASSWORD", password);
        }
        return variables;
    }
}
