package dev.retort.scratch;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Throw-away databases on a server that somebody else runs; also what the embedded server and the container do once they run. */
final class ServerScratch implements ScratchServer {

    private final JdbcDatabase maintenance;
    private final Supplier<String> ids;
    private final int majorVersion;
    private final String version;
    private final Map<Database, String> made = new LinkedHashMap<>();

    /**
     * Connects once, to know the version.
     *
     * @param maintenance a database to connect to while others are created and dropped
     * @param ids parts of database names that nobody else has, letters and digits
     */
    ServerScratch(JdbcDatabase maintenance, Supplier<String> ids) {
        this.maintenance = maintenance;
        this.ids = ids;
        try (Connection connection = maintenance.connect()) {
            this.majorVersion = connection.getMetaData().getDatabaseMajorVersion();
            this.version = connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new DatabaseException(
                    "could not ask " + maintenance.display() + " for its version", String.valueOf(e.getMessage()), "");
        }
    }

    @Override
    public synchronized Database create() {
        return create("TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    }

    @Override
    public synchronized Database copy(Database original) {
        return create("TEMPLATE \"" + name(original, made.get(original)) + "\"");
    }

    private Database create(String from) {
        String name = "retort_scratch_" + ids.get();
        run("CREATE DATABASE \"" + name + "\" " + from, "could not create the scratch database " + name);
        Database database = maintenance.withDatabase(name);
        made.put(database, name);
        return database;
    }

    @Override
    public synchronized void drop(Database database) {
        dropByName(name(database, made.remove(database)));
    }

    private static String name(Database database, @Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException(database.display() + " was not made here");
        }
        return name;
    }

    private void dropByName(String name) {
        run("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)", "could not drop the scratch database " + name);
    }

    private void run(String sql, String failure) {
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseException(
                    failure + " on " + maintenance.display(),
                    String.valueOf(e.getMessage()),
                    "Give a server where databases may be created (--scratch URL, a role with CREATEDB), or use --scratch embedded");
        }
    }

    @Override
    public int majorVersion() {
        return majorVersion;
    }

    /** The version in the server's own words, such as {@code 18.3}. */
    String version() {
        return version;
    }

    @Override
    public String display() {
        return maintenance.display();
    }

    @Override
    public synchronized void close() {
        made.values().forEach(this::dropByName);
        made.clear();
    }
}
