package dev.retort.runtime;

/**
 * What a run works with while it holds the lock.
 *
 * @param connection what its statements run on
 * @param lock keeps others away, and has a connection for looking at the server meanwhile
 * @param watch looks at who is in the way
 */
record Running(
        WorkConnection connection,
        AdvisoryLock lock,
        BlockerWatch watch,
        RunSettings settings,
        RunListener listener,
        Surroundings surroundings) {

    /** Whether all revisions share one transaction. */
    boolean whole() {
        return settings.transaction() == TransactionSpan.ALL;
    }
}
