package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a session was called, where it looked for names, what time it had and how soon the server would have ended it before we took it; a pool's next user
 * expects to find that again.
 */
final class SessionName {

    /** What the driver calls a session that nobody gave a name. */
    private static final Set<String> NAMELESS = Set.of("", "PostgreSQL JDBC Driver");

    /** The settings by which a server ends sessions that do nothing, or transactions that take long; the last one exists from 17 on. */
    private static final List<String> ENDS =
            List.of("idle_session_timeout", "idle_in_transaction_session_timeout", "transaction_timeout");

    private final String application;
    private final String searchPath;

    private final String timeZone;

    private final String role;

    private final int process;

    private final Map<String, String> ends;

    private SessionName(
            String application,
            String searchPath,
            String timeZone,
            String role,
            int process,
            Map<String, String> ends) {
        this.application = application;
        this.searchPath = searchPath;
        this.timeZone = timeZone;
        this.role = role;
        this.process = process;
        this.ends = ends;
    }

    /** Calls a session without a name {@code retort}, which is what others see of it in {@code pg_stat_activity}; a name that somebody chose stays. */
    static SessionName take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT current_setting('application_name'), current_setting('search_path'), current_setting('TimeZone'),"
                                + " session_user || CASE WHEN current_user <> session_user THEN ' in the role ' || current_user ELSE '' END,"
                                + " pg_backend_pid(), "
                                + ENDS.stream()
                                        .map(end -> "current_setting('" + end + "', true)")
                                        .collect(Collectors.joining(", ")))) {
            result.next();
            Map<String, String> ends = new LinkedHashMap<>();
            for (int i = 0; i < ENDS.size(); i++) {
                String value = result.getString(6 + i);
                if (value != null) {
                    ends.put(ENDS.get(i), value);
                }
            }
            SessionName name = new SessionName(
                    result.getString(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4),
                    result.getInt(5),
                    ends);
            if (NAMELESS.contains(name.application)) {
                name.set(connection, "retort", "");
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

    /** The calls after which the server ends the session no more because a revision thinks, a step waits for its next try or a run takes long. */
    String unending() {
        return ends.keySet().stream()
                .map(end -> "set_config('" + end + "', '0', false)")
                .collect(Collectors.joining(", "));
    }

    void giveBack(Connection connection) throws SQLException {
        set(
                connection,
                application,
                ends.entrySet().stream()
                        .map(end -> ", set_config('" + end.getKey() + "', " + Identifiers.literal(end.getValue())
                                + ", false)")
                        .collect(Collectors.joining()));
    }

    private void set(Connection connection, String called, String more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('application_name', ?, false), set_config('search_path', ?, false), set_config('TimeZone', ?, false)"
                        + more)) {
            statement.setString(1, called);
            statement.setString(2, searchPath);
            statement.setString(3, timeZone);
            statement.execute();
        }
    }
}
