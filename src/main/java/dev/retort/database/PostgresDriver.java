package dev.retort.database;

import dev.retort.UsageException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** Finds the driver beside this class; {@code DriverManager} would search the context class loader, which a Maven plugin does not control. */
final class PostgresDriver {

    private PostgresDriver() {}

    static Driver find() {
        for (Driver driver : ServiceLoader.load(Driver.class, PostgresDriver.class.getClassLoader())) {
            if (isOurs(driver)) {
                return driver;
            }
        }
        throw new UsageException(
                "the PostgreSQL driver is missing",
                "no java.sql.Driver beside Retort takes jdbc:postgresql: URLs",
                "Add org.postgresql:postgresql to the class path.");
    }

    private static boolean isOurs(Driver driver) {
        try {
            return driver.acceptsURL("jdbc:postgresql://localhost/postgres");
        } catch (SQLException e) {
            // A driver that cannot say is not PostgreSQL's.
            return false;
        }
    }
}
