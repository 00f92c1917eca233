package dev.retort.database;

import dev.retort.UsageException;
import java.sql.Driver;

/**
 * The driver beside this class, made by its name: {@code DriverManager} would search the context class loader, which a Maven plugin does not control, and to
 * look through the class path for drivers takes longer than to connect.
 */
final class PostgresDriver {

    private PostgresDriver() {}

    static Driver find() {
        try {
            return new org.postgresql.Driver();
        } catch (NoClassDefFoundError e) {
            throw new UsageException(
                            "the PostgreSQL driver is missing",
                            "there is no class org.postgresql.Driver beside Retort",
                            "Add org.postgresql:postgresql to the class path.")
                    .causedBy(e);
        }
    }
}
