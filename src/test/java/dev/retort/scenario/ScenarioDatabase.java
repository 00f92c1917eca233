package dev.retort.scenario;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import dev.retort.sql.SqlRenderer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One database that takes one scenario after the other: emptied, which is far quicker than made anew. */
public final class ScenarioDatabase implements AutoCloseable {

    private static final String EMPTY = """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                EXECUTE format('DROP EXTENSION %I CASCADE', name);
              END LOOP;
              FOR name IN SELECT pubname FROM pg_publication LOOP
                EXECUTE format('DROP PUBLICATION %I', name);
              END LOOP;
              FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', name);
              END LOOP;
            END $$;
            CREATE SCHEMA public;
            RESET ALL;
            SET client_min_messages = warning;
            SET synchronous_commit = off""";

    private final Database database = TestServer.fresh();
    private final Connection connection;
    private final Connection readers;

    public ScenarioDatabase() throws SQLException {
        this.connection = database.connect();
        this.readers = database.connect();
    }

    public Database database() {
        return database;
    }

    /** The database by a connection that stays open: most of the time of a read is that of a server process starting. */
    private Database kept() {
        return new Database() {
            @Override
            public Connection connect() {
                return (Connection) Proxy.newProxyInstance(
                        Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                            if (method.getName().equals("close")) {
                                return null;
                            }
                            try {
                                return method.invoke(readers, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }

            @Override
            public String display() {
                return database.display();
            }
        };
    }

    public void load(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
            statement.execute(script);
            statement.execute("RESET ALL");
        }
    }

    public void apply(List<Operation> operations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (dev.retort.sql.Statement sql : SqlRenderer.render(operation)) {
                    try {
                        statement.execute(sql.sql());
                    } catch (SQLException e) {
                        throw new SQLException(e.getMessage() + "\n  in: " + sql.sql(), e);
                    }
                }
            }
        }
    }

    Schema read(Scenario scenario) {
        String schemas = scenario.properties().getProperty("schemas", "");
        String versionTable = scenario.properties().getProperty("version_table", "");
        Set<ObjectName> invisible = versionTable.isEmpty() ? Set.of() : Set.of(ObjectName.of(versionTable));
        Set<String> namespaces = schemas.isEmpty() ? null : new HashSet<>(Arrays.asList(schemas.split(" ", -1)));
        Schema schema = read(new Scope(namespaces, List.of(), List.of(), invisible));
        return scenario.is("stated")
                ? schema.toBuilder()
                        .extras(schema.extras().stream()
                                .map(e -> SqlObject.of(e).isPresent() ? e.withStated("") : e)
                                .toList())
                        .build()
                : schema;
    }

    public Schema read(Scope scope) {
        return CatalogReader.read(kept(), scope);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        readers.close();
        TestServer.drop(database);
    }
}
