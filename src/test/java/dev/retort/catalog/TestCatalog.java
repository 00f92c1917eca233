package dev.retort.catalog;

import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A fresh database made by a script, and what the reader says about it. */
final class TestCatalog {

    private TestCatalog() {}

    static Database database(String script) {
        Database database = TestServer.fresh();
        run(database, script);
        return database;
    }

    static void run(Database database, String script) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new AssertionError(script, e);
        }
    }

    static String value(Database database, String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    static Schema read(String script) {
        return CatalogReader.read(database(script), Scope.ALL);
    }

    /** The table of that name in the public namespace. */
    static Table table(Schema schema, String name) {
        return schema.table(ObjectName.of(name)).orElseThrow();
    }

    static List<Extra> extras(Schema schema, Extra.Kind kind) {
        return schema.extras().stream().filter(extra -> extra.kind() == kind).toList();
    }
}
