package dev.retort.catalog;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.schema.Schema;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;

/**
 * Reads a live catalog, PostgreSQL 14 to 18: all queries go as one batch in one read-only transaction with one snapshot, so the round trips are as many
 * for a thousand tables as for one.
 */
public final class CatalogReader {

    /** In the order of reading: what others refer to by oid first. */
    private static final List<KindReader> KINDS = List.of(
            new Dictionaries.CommentReader(),
            new Dictionaries.CollationReader(),
            new Dictionaries.OpclassReader(),
            new Dictionaries.OpclassOptionReader(),
            new NamespaceReader(),
            new TableReader(),
            new InheritanceReader(),
            new SequenceReader(),
            new ColumnReader(),
            new ConstraintReader(),
            new IndexReader(),
            new EnumReader(),
            new CompositeReader(),
            new DomainReader(),
            new ViewUseReader(),
            new ViewReader(),
            new ViewColumnReader(),
            new CastReader(),
            new ExtraUseReader(),
            new ExtraReader("extras"),
            new ExtraReader("objects"),
            new OutsideReader());

    private CatalogReader() {}

    /**
     * Reads what a database holds within a scope; everything in the result is stated.
     *
     * @throws DatabaseException if the server cannot be reached or a query fails
     */
    public static Schema read(Database database, Scope scope) {
        try (Connection connection = database.connect()) {
            return read(connection, scope);
        } catch (SQLException e) {
            throw new DatabaseException(
                            "the catalog of " + database.display() + " could not be read",
                            ServerMessage.of(e) + ". Nothing was changed.",
                            "If objects were dropped meanwhile, run the command again.")
                    .causedBy(e);
        }
    }

    private static Schema read(Connection connection, Scope scope) throws SQLException {
        connection.setAutoCommit(false);
        String text = text(connection.getMetaData().getDatabaseMajorVersion(), scope);
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            if (scope.namespaces() != null) {
                Array namespaces = connection.createArrayOf(
                        "text", scope.namespaces().stream().sorted().toArray());
                int parameters = (int) text.chars().filter(c -> c == '?').count();
                for (int parameter = 1; parameter <= parameters; parameter++) {
                    statement.setArray(parameter, namespaces);
                }
            }
            Reading reading = new Reading(scope);
            statement.execute();
            // The first two are the transaction's characteristics and the session's settings.
            statement.getMoreResults();
            for (KindReader kind : KINDS) {
                statement.getMoreResults();
                try (ResultSet rows = statement.getResultSet()) {
                    kind.read(rows, reading);
                }
            }
            return reading.finish();
        } finally {
            connection.rollback();
        }
    }

    private static String text(int serverVersion, Scope scope) {
        StringJoiner batch = new StringJoiner(";\n");
        batch.add("set transaction isolation level repeatable read, read only");
        batch.add(CatalogQuery.text("session", serverVersion, scope));
        KINDS.forEach(kind -> batch.add(CatalogQuery.text(kind.query(), serverVersion, scope)));
        return batch.toString();
    }
}
