package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.operation.CreateIndex;
import dev.retort.schema.ObjectName;
import dev.retort.sql.SqlRenderer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What an index is, as the server prints it. The wanted one is made on an empty copy of the table, in a transaction that is rolled back, so that both
 * texts come from the same printer.
 */
final class IndexDefinition {

    private static final ObjectName COPY = new ObjectName("pg_temp", "retort_like");
    private static final String COPY_INDEX = "retort_like_idx";

    private final Connection connection;

    /** Asks on a connection that is in no transaction. */
    IndexDefinition(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes sure that an index is the wanted one.
     *
     * @throws RefusedException if it is another one under that name
     */
    void requireSame(ObjectName index, CreateIndex wanted) throws SQLException {
        Printed found;
        Printed expected;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            found = print("n.nspname = ?", index.namespace(), index.name());
            statement.execute("CREATE TEMPORARY TABLE " + COPY.name() + " (LIKE "
                    + Identifiers.quoted(
                            wanted.table().namespace(), wanted.table().name())
                    + ")");
            CreateIndex onCopy = new CreateIndex(COPY, wanted.index().withName(COPY_INDEX), false);
            statement.execute(SqlRenderer.render(onCopy).get(0).sql());
            expected = print("n.oid = pg_my_temp_schema() AND ?::text IS NULL", null, COPY_INDEX)
                    .on(wanted.table().namespace() + "." + wanted.table().name());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (!found.equals(expected)) {
            throw new RefusedException(
                    "There is another index called " + index.display(),
                    "What is there: " + found.words() + ". What is wanted: " + expected.words() + ".",
                    "Rename or drop the one that is there, or name the new one otherwise; then run the upgrade again.");
        }
    }

    /**
     * An index without its own name.
     *
     * @param rest what stands behind the table's name
     */
    private record Printed(String table, boolean unique, String rest) {

        Printed on(String other) {
            return new Printed(other, unique, rest);
        }

        String words() {
            return (unique ? "unique index" : "index") + " on " + table + rest;
        }
    }

    private Printed print(String where, @Nullable String namespace, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT n.nspname || '.' || t.relname, i.indisunique, substr(pg_get_indexdef(c.oid), length(concat('CREATE ',"
                        + " CASE WHEN i.indisunique THEN 'UNIQUE ' END, 'INDEX ', quote_ident(c.relname), ' ON ',"
                        // Up to 14 the schema of temporary tables is printed with its number.
                        + " CASE WHEN n.oid = pg_my_temp_schema() AND current_setting('server_version_num')::int >= 150000"
                        + " THEN 'pg_temp' ELSE quote_ident(n.nspname) END, '.',"
                        + " quote_ident(t.relname))) + 1)"
                        + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + where + " AND c.relname = ?")) {
            statement.setString(1, namespace);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? new Printed(result.getString(1), result.getBoolean(2), result.getString(3))
                        : new Printed("nothing", false, "");
            }
        }
    }
}
