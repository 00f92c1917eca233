package dev.retort.database;

import dev.retort.DatabaseException;
import java.sql.Connection;

/** A database that can be connected to; it holds the credentials, and never shows them. */
public interface Database {

    /**
     * Opens a new connection in autocommit mode; the caller closes it.
     *
     * @throws DatabaseException if the server cannot be reached or refuses
     */
    Connection connect();

    /** The address as it may be shown: host, port and database, no password ever. */
    String display();

    /** The role it connects as; empty where nothing says. */
    default String user() {
        return "";
    }
}
