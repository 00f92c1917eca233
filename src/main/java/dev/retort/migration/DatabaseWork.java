package dev.retort.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** Code of a revision that works on the connection itself. */
@FunctionalInterface
public interface DatabaseWork {

    /**
     * Does the work; leaves transaction and settings of the connection as they are.
     *
     * @throws SQLException if the database refuses, which fails the revision
     */
    void run(Connection connection) throws SQLException;
}
