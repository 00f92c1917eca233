package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.ToldLocks;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs operations, each in a transaction of its own, and compares the locks that the server shows with those that the file would tell of. */
final class LockMeter {

    private static final String HELD = """
            SELECT c.oid, n.nspname, c.relname, bool_or(l.mode = 'AccessExclusiveLock')
            FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = pg_backend_pid() AND l.granted AND c.relkind IN ('r', 'p', 'm', 'v', 'S')
            AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
            GROUP BY 1, 2, 3""";

    /** What the server says, at this level, of work on rows. */
    private static final List<String> WORK =
            List.of("rewriting table", "verifying table", "validating foreign key", "building index");

    private static final String LONG = " for long";

    private LockMeter() {}

    /** Also returns who waits, as it is measured: {@code writers of orders for long}. */
    static List<String> apply(Connection connection, Schema from, Schema to, List<Operation> operations)
            throws SQLException {
        Set<String> waits = new TreeSet<>();
        List<Map<ObjectName, String>> told = ToldLocks.of(from, to, operations);
        try (Statement statement = connection.createStatement()) {
            Set<Long> there = relations(statement);
            statement.execute("SET client_min_messages = debug1");
            connection.setAutoCommit(false);
            for (int i = 0; i < operations.size(); i++) {
                Operation operation = operations.get(i);
                boolean works = execute(operation, statement);
                if (!(operation instanceof Execute)) {
                    Map<ObjectName, String> said = new TreeMap<>(told.get(i));
                    Set<ObjectName> names = names(statement, there);
                    said.keySet().retainAll(names);
                    Map<ObjectName, String> taken = held(statement, there);
                    boolean idle = OnTable.of(operation)
                            .filter(table -> !names.contains(table))
                            .isPresent();
                    boolean slow = (works && !idle) || (said.toString().contains(LONG) && isSaidAnyway(operation));
                    Map<ObjectName, String> measured = new TreeMap<>();
                    taken.forEach((name, who) -> {
                        if (isCounted(name, from, operation)) {
                            measured.put(name, who + (slow ? LONG : ""));
                        }
                    });
                    if (isOfNulls(operation)) {
                        // Whether it goes down to all heirs depends on the names of their own.
                        said.keySet().retainAll(measured.keySet());
                    }
                    assertThat(said).as("locks of: " + operation.summary()).isEqualTo(measured);
                    measured.forEach((name, who) -> waits.add(who.replace(LONG, "") + " of " + name.display()
                            + (who.endsWith(LONG) ? ", for long" : ", for a moment")));
                }
                connection.commit();
            }
            return List.copyOf(waits);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET client_min_messages = warning");
            }
        }
    }

    private static boolean execute(Operation operation, Statement statement) throws SQLException {
        boolean works = false;
        for (dev.retort.sql.Statement sql : SqlRenderer.render(operation)) {
            try {
                statement.execute(sql.sql());
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n  in: " + sql.sql(), e);
            }
            for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                String message = String.valueOf(said.getMessage());
                works |= WORK.stream().anyMatch(message::startsWith) && !message.contains("pg_toast");
            }
        }
        return works;
    }

    /** The server does not say so when it reads the values of a domain, and some conversions keep the bytes. */
    private static boolean isSaidAnyway(Operation operation) {
        return operation instanceof AlterDomain
                || (operation instanceof AlterColumn alter
                        && alter.changes().stream()
                                .anyMatch(change -> change instanceof ColumnChange.SetType
                                        || change instanceof ColumnChange.SetNotNull));
    }

    /** The sequence of an identity is locked beside its table. */
    private static boolean isCounted(ObjectName name, Schema from, Operation operation) {
        return from.tables().containsKey(name)
                || from.views().containsKey(name)
                || (operation instanceof AlterSequence && from.sequences().containsKey(name));
    }

    private static boolean isOfNulls(Operation operation) {
        return operation instanceof AlterColumn alter
                && alter.changes().stream()
                        .anyMatch(change -> change instanceof ColumnChange.DropNotNull
                                || change instanceof ColumnChange.SetNotNull);
    }

    private static Map<ObjectName, String> held(Statement statement, Set<Long> there) throws SQLException {
        Map<ObjectName, String> held = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(HELD)) {
            while (rows.next()) {
                if (there.contains(rows.getLong(1))) {
                    held.put(
                            new ObjectName(rows.getString(2), rows.getString(3)),
                            rows.getBoolean(4) ? "readers and writers" : "writers");
                }
            }
        }
        return held;
    }

    private static Set<Long> relations(Statement statement) throws SQLException {
        Set<Long> oids = new HashSet<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT oid FROM pg_class WHERE relkind IN ('r', 'p', 'm', 'v', 'S')")) {
            while (rows.next()) {
                oids.add(rows.getLong(1));
            }
        }
        return oids;
    }

    /** Of those that were there, the ones that still are, by their names of now. */
    private static Set<ObjectName> names(Statement statement, Set<Long> there) throws SQLException {
        Set<ObjectName> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'")) {
            while (rows.next()) {
                if (there.contains(rows.getLong(1))) {
                    names.add(new ObjectName(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return names;
    }
}
