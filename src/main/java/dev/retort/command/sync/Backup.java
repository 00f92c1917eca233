package dev.retort.command.sync;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.database.JdbcDatabase;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Copies a database on its own server: {@code CREATE DATABASE … TEMPLATE}, which nobody else may be connected for. */
final class Backup {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withZone(ZoneOffset.UTC);

    /** The longest name that PostgreSQL keeps whole, in bytes; it would cut off the time of a longer one. */
    private static final int LONGEST_NAME = 63;

    /** SQLSTATE {@code object_in_use}, {@code insufficient_privilege}, {@code duplicate_database}. */
    private static final String IN_USE = "55006";

    private static final String NO_RIGHT = "42501";
    private static final String THERE_ALREADY = "42P04";

    private final JdbcDatabase database;
    private final String name;

    Backup(Database database, Clock clock) {
        if (!(database instanceof JdbcDatabase jdbc)) {
            throw new IllegalArgumentException(database.display() + " is not reached by a URL");
        }
        this.database = jdbc;
        this.name = name(jdbc.name(), "_backup_" + TIME.format(clock.instant()));
    }

    /** The copy's name: {@code shop_backup_20261120_140211}, in UTC; a long name of the original is cut, at a whole character. */
    String name() {
        return name;
    }

    private static String name(String original, String ending) {
        String kept = original;
        while ((kept + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + ending;
    }

    /**
     * Makes the copy.
     *
     * @throws DatabaseException if others are connected, who are named; or if the role may make no database
     */
    void make() {
        try (SqlSession session = SqlSession.open(maintenance())) {
            try {
                session.execute("CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(database.name()));
            } catch (DatabaseException e) {
                throw told(e, session);
            }
        }
    }

    /** The database to connect to while nobody may be connected to the one that is copied. */
    private JdbcDatabase maintenance() {
        return database.withDatabase(database.name().equals("postgres") ? "template1" : "postgres");
    }

    private DatabaseException told(DatabaseException refused, SqlSession session) {
        String failure = "Cannot copy " + database.display() + " to " + name;
        String reason = refused.reason().lines().findFirst().orElse("") + ". Nothing was changed.";
        String state = String.valueOf(refused.sqlState());
        List<SqlRow> others = state.equals(IN_USE) ? others(session) : List.of();
        DatabaseException told;
        if (!others.isEmpty()) {
            told = new DatabaseException(
                    failure,
                    "PostgreSQL copies only a database that nobody is connected to. Connected:"
                            + others.stream().map(Backup::shown).collect(Collectors.joining())
                            + "\nNothing was changed.",
                    "Close them, such as the application and psql, and run it again. What does not close by itself, in psql: "
                            + "SELECT pg_terminate_backend(" + others.get(0).number("pid") + ")",
                    state,
                    refused.statement());
        } else if (state.equals(NO_RIGHT)) {
            told = new DatabaseException(
                    failure,
                    reason,
                    "Give the role the right to make databases, in psql as a superuser: ALTER ROLE "
                            + quoted(database.user()) + " CREATEDB",
                    state,
                    refused.statement());
        } else {
            told = new DatabaseException(
                    failure,
                    reason,
                    state.equals(THERE_ALREADY)
                            ? "Wait a second and run it again."
                            : "Copy it another way, such as with pg_dump, and run retort sync without --backup.",
                    state,
                    refused.statement());
        }
        told.causedBy(refused);
        return told;
    }

    private List<SqlRow> others(SqlSession session) {
        return session.query(
                "SELECT pid, coalesce(application_name, '') AS application, coalesce(usename, '') AS username,"
                        + " coalesce(host(client_addr), 'local') AS address, coalesce(state, 'unknown') AS state,"
                        + " date_trunc('second', backend_start)::text AS since"
                        + " FROM pg_catalog.pg_stat_activity WHERE datname = ? ORDER BY backend_start, pid LIMIT 20",
                database.name());
    }

    private static String shown(SqlRow row) {
        return "\n  process " + row.number("pid") + " (application " + row.string("application") + ", user "
                + row.string("username") + ", from " + row.string("address") + ", " + row.string("state") + ", since "
                + row.string("since") + ")";
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
