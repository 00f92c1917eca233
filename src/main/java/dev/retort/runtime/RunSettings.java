package dev.retort.runtime;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a run waits, how often it tries again, and what its transactions span. A duration of zero means no limit.
 *
 * @param versionNamespace the PostgreSQL schema of the version table
 * @param lockTimeout how long a statement may wait for a lock; see {@link Limits} for those that wait for ever
 * @param statementTimeout how long a statement may run; null where its kind says, see {@link Limits}
 * @param tries how often a step is tried when it meets a lock timeout, a deadlock or a serialization failure
 * @param firstPause the pause before the second try; each further one is twice as long
 * @param longestPause no pause is longer
 * @param lockWait how long to wait for another run to end
 * @param transaction what a transaction spans
 * @param shared the PostgreSQL schemas where an unqualified name is looked for that the version table's has not
 * @param tenant whether it is the run of one tenant of several, each a schema or a database
 * @param thrownAway whether the database is one that is thrown away, which only an error needs to say
 */
public record RunSettings(
        String versionNamespace,
        Duration lockTimeout,
        @Nullable Duration statementTimeout,
        int tries,
        Duration firstPause,
        Duration longestPause,
        Duration lockWait,
        TransactionSpan transaction,
        List<String> shared,
        boolean tenant,
        boolean thrownAway) {

    public RunSettings {
        shared = List.copyOf(shared);
    }

    /** Locks are awaited 2 s, 20 times, with pauses from 0.5 s to 30 s; another run 60 s; a transaction for each revision. */
    public static final RunSettings DEFAULT = new RunSettings(
            "public",
            Duration.ofSeconds(2),
            null,
            20,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            TransactionSpan.REVISION,
            List.of(),
            false,
            false);

    /** The same with another limit for the wait for a lock. */
    public RunSettings withLockTimeout(Duration timeout) {
        return new RunSettings(
                versionNamespace,
                timeout,
                statementTimeout,
                tries,
                firstPause,
                longestPause,
                lockWait,
                transaction,
                shared,
                tenant,
                thrownAway);
    }

    /** The same with one limit for every statement. */
    public RunSettings withStatementTimeout(Duration timeout) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                timeout,
                tries,
                firstPause,
                longestPause,
                lockWait,
                transaction,
                shared,
                tenant,
                thrownAway);
    }

    /** The same with another number of tries. */
    public RunSettings withTries(int number) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                statementTimeout,
                number,
                firstPause,
                longestPause,
                lockWait,
                transaction,
                shared,
                tenant,
                thrownAway);
    }

    /** The same with another patience for a run that is going on. */
    public RunSettings withLockWait(Duration wait) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                statementTimeout,
                tries,
                firstPause,
                longestPause,
                wait,
                transaction,
                shared,
                tenant,
                thrownAway);
    }

    /** The same with transactions of another span. */
    public RunSettings withTransaction(TransactionSpan span) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                statementTimeout,
                tries,
                firstPause,
                longestPause,
                lockWait,
                span,
                shared,
                tenant,
                thrownAway);
    }

    /**
     * The same for one tenant of several: where its version table is, and what an unqualified name of a revision means.
     *
     * @param namespace the tenant's PostgreSQL schema; {@code public} where it is a database
     * @param others the schemas that are searched after it
     */
    public RunSettings ofTenant(String namespace, List<String> others) {
        return new RunSettings(
                namespace,
                lockTimeout,
                statementTimeout,
                tries,
                firstPause,
                longestPause,
                lockWait,
                transaction,
                others,
                true,
                thrownAway);
    }

    /** The defaults, on a database that is thrown away. */
    public static RunSettings ofScratch() {
        return new RunSettings(
                DEFAULT.versionNamespace,
                DEFAULT.lockTimeout,
                DEFAULT.statementTimeout,
                DEFAULT.tries,
                DEFAULT.firstPause,
                DEFAULT.longestPause,
                DEFAULT.lockWait,
                DEFAULT.transaction,
                DEFAULT.shared,
                DEFAULT.tenant,
                true);
    }

    /** What {@code search_path} is while a revision runs. */
    String searchPath() {
        StringBuilder path = new StringBuilder(Identifiers.quoted(versionNamespace));
        shared.forEach(other -> path.append(", ").append(Identifiers.quoted(other)));
        return path.toString();
    }
}
