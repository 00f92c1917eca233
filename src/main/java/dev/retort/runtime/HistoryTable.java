package dev.retort.runtime;

import dev.retort.migration.Direction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The table {@code retort_history}: every revision that ran or was stamped, with its checksum, when, by which role, from which machine and for how long.
 * Nothing that decides what runs is read from it. Gone at the base with the others.
 */
public final class HistoryTable {

    /** The table's name. */
    public static final String NAME = "retort_history";

    private final String table;

    /**
     * The history table of a database.
     *
     * @param namespace the PostgreSQL schema that it stands in
     */
    public HistoryTable(String namespace) {
        this.table = Identifiers.quoted(namespace, NAME);
    }

    /**
     * The last time that a revision was applied, or stamped as if it were.
     *
     * @param checksum see {@link RevisionLoader#checksum}; null where it was not known
     * @param at when
     * @param by the role, and the machine where that is known
     */
    public record LastApplied(@Nullable String checksum, Instant at, String by) {}

    /** For each revision that is in the table, the last time that it was applied; none where there is no table. */
    Map<String, LastApplied> lastApplied(Connection connection) throws SQLException {
        Map<String, LastApplied> last = new TreeMap<>();
        Identifiers.rows(connection, table, query(table), HistoryTable::row)
                .forEach(row -> last.put(row.getKey(), row.getValue()));
        return last;
    }

    /** Asks a table of this kind, by its quoted name. */
    static String query(String table) {
        return "SELECT DISTINCT ON (revision) revision, checksum, done_at, concat_ws(', ', done_by, client) FROM "
                + table + " WHERE action <> 'downgrade' ORDER BY revision, id DESC";
    }

    /** Asks for those alone whose checksum is another than the files', of the same kind; {@link #now} says theirs. */
    static String otherThanNow(String table) {
        return "SELECT last.* FROM (" + query(table) + ") last JOIN now ON now.revision = last.revision"
                + " AND now.checksum <> last.checksum"
                + " AND split_part(now.checksum, ':', 1) = split_part(last.checksum, ':', 1)";
    }

    /**
     * What goes before {@link #otherThanNow}, once.
     *
     * @param checksums what the files say now, by revision; one at least
     */
    static String now(Map<String, String> checksums) {
        return checksums.entrySet().stream()
                .map(now -> "(" + Identifiers.literal(now.getKey()) + ", " + Identifiers.literal(now.getValue()) + ")")
                .collect(Collectors.joining(", ", "WITH now (revision, checksum) AS (VALUES ", ") "));
    }

    static Map.Entry<String, LastApplied> row(ResultSet result) throws SQLException {
        return Map.entry(
                result.getString(1),
                new LastApplied(
                        result.getString(2),
                        result.getObject(3, OffsetDateTime.class).toInstant(),
                        result.getString(4)));
    }

    /** The statement that makes the table where it is not there. */
    String creation() {
        return "CREATE TABLE IF NOT EXISTS " + table
                + " (id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT retort_history_pkey PRIMARY KEY,"
                + " revision text NOT NULL, action text NOT NULL, checksum text,"
                + " done_at timestamptz NOT NULL DEFAULT now(), done_by text NOT NULL DEFAULT current_user,"
                + " client text DEFAULT host(inet_client_addr()), milliseconds bigint)";
    }

    /** The statement that removes the table. */
    String removal() {
        return "DROP TABLE IF EXISTS " + table;
    }

    /** The statement that notes a revision, where the machine and the time it takes are not known. */
    String entry(String revision, Direction direction, @Nullable String checksum) {
        return "INSERT INTO " + table + " (revision, action, checksum) VALUES ("
                + Identifiers.literal(revision) + ", " + Identifiers.literal(action(direction)) + ", "
                + literal(checksum) + ")";
    }

    /**
     * The statement that notes a revision.
     *
     * @param revision an expression for its id
     */
    String entry(String revision, Direction direction, @Nullable String checksum, String client, Duration took) {
        return "INSERT INTO " + table + " (revision, action, checksum, client, milliseconds) VALUES (" + revision + ", "
                + Identifiers.literal(action(direction)) + ", " + literal(checksum) + ", " + Identifiers.literal(client)
                + ", " + took.toMillis() + ")";
    }

    /**
     * The statements that note revisions as stamped, which takes them as their files say now.
     *
     * @param checksums a checksum for each revision, null where it is not known
     * @param client who stamps on which machine; null where only the server can tell the machine
     */
    public List<String> stamps(Map<String, @Nullable String> checksums, @Nullable String client) {
        if (checksums.isEmpty()) {
            return List.of(removal());
        }
        List<String> rows = new ArrayList<>();
        checksums.forEach((revision, checksum) -> rows.add("(" + Identifiers.literal(revision) + ", 'stamp', "
                + literal(checksum) + (client == null ? "" : ", " + Identifiers.literal(client)) + ")"));
        return List.of(
                creation(),
                "INSERT INTO " + table + " (revision, action, checksum" + (client == null ? "" : ", client")
                        + ") VALUES " + rows.stream().collect(Collectors.joining(", ")));
    }

    /** Whether a row could not be written because the expression for its revision gave nothing (SQLSTATE not_null_violation). */
    static boolean lacksRevision(PSQLException error) {
        ServerErrorMessage said = error.getServerErrorMessage();
        return said != null
                && "23502".equals(said.getSQLState())
                && NAME.equals(said.getTable())
                && "revision".equals(said.getColumn());
    }

    /** Runs statements inside the caller's transaction. */
    static void run(Connection connection, Collection<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String literal(@Nullable String checksum) {
        return checksum == null ? "NULL" : Identifiers.literal(checksum);
    }

    private static String action(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
