package dev.retort.migration;

/**
 * One revision of a database schema: how to get there and how to get back. The class carries {@link Revision}, is public, and has a public constructor
 * without parameters.
 */
public interface Migration {

    /** Changes the schema from the revision before to this one. */
    void upgrade(Operations op);

    /**
     * Changes the schema from this revision back to the one before.
     *
     * @throws IrreversibleRevisionException if there is no way back
     */
    void downgrade(Operations op);
}
