package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** What a session was called, where it looked for names and what time it had before we took it; a pool's next user expects to find that again. */
final class SessionName {

    /** What the driver calls a session that nobody gave a name. */
    private static final Set<String> NAMELESS = Set.of("", "PostgreSQL JDBC Driver");

    private final String application;
    private final String searchPath;

    private final String timeZone;

    private final String role;

    private final int process;

    private SessionName(String application, String searchPath, String timeZone, String role, int process) {
        this.application = application;
        this.searchPath = searchPath;
        this.timeZone = timeZone;
        this.role = role;
        this.process = process;
    }

    /** Calls a session without a name {@code retort}, which is what others see of it in {@code pg_stat_activity}; a name that somebody chose stays. */
    static SessionName take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT current_setting('application_name'), current_setting('search_path'), current_setting('TimeZone'),"
                                + " session_user || CASE WHEN current_user <> session_user THEN ' in the role ' || current_user ELSE '' END,"
                                + " pg_backend_pid()")) {
            result.next();
            SessionName name = new SessionName(
                    result.getString(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4),
                    result.getInt(5));
            if (NAMELESS.contains(name.application)) {
                set(connection, "retort", name.searchPath, name.timeZone);
            }
            return name;
        }
    }

    /** Who does what is done in the session: the role that logged in, and the one that it took, where that is another. */
    String role() {
        return role;
    }

    /** The server's process that answered. */
    int process() {
        return process;
    }

    void giveBack(Connection connection) throws SQLException {
        set(connection, application, searchPath, timeZone);
    }

    private static void set(Connection connection, String application, String searchPath, String timeZone)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('application_name', ?, false), set_config('search_path', ?, false), set_config('TimeZone', ?, false)")) {
            statement.setString(1, application);
            statement.setString(2, searchPath);
            statement.setString(3, timeZone);
            statement.execute();
        }
    }
}
