package dev.retort.scratch;

import dev.retort.database.Database;

/** A PostgreSQL where databases come and go. */
public interface ScratchServer extends AutoCloseable {

    /**
     * Creates an empty database, UTF-8 and made from {@code template0}; it is dropped when the server is closed.
     *
     * @throws dev.retort.DatabaseException if the server refuses
     */
    Database create();

    /**
     * Copies a database that was made here and has no open connection; the copy is dropped when the server is closed.
     *
     * @throws dev.retort.DatabaseException if the server refuses
     */
    Database copy(Database original);

    /**
     * Drops a database that was made here, connections to it included; for whoever makes many.
     *
     * @throws dev.retort.DatabaseException if the server refuses
     */
    void drop(Database database);

    /** The server's major version, such as 18. */
    int majorVersion();

    /** What the server is, for people: {@code embedded PostgreSQL 18.3}, {@code localhost:5432}. */
    String display();

    /** Drops the databases, and stops the server where it was started for the purpose. */
    @Override
    void close();
}
