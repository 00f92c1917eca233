package dev.retort.migration;

/** Which way a revision is run. */
public enum Direction {
    UPGRADE,
    DOWNGRADE;

    /**
     * Runs one way of a revision: every operation reaches the sink in the order in which the revision says it, each before the next call returns.
     *
     * @throws IrreversibleRevisionException if the revision says that there is no way back
     * @throws dev.retort.RevisionException if a call of the revision is incomplete or wrong
     */
    public void run(Migration migration, Sink sink) {
        Operations operations = new Operations(sink);
        if (this == UPGRADE) {
            migration.upgrade(operations);
        } else {
            migration.downgrade(operations);
        }
        operations.finish();
    }
}
