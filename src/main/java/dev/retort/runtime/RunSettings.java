package dev.retort.runtime;

import java.time.Duration;

/**
 * How long a run waits, and how often it tries again. A duration of zero means no limit.
 *
 * @param versionNamespace the PostgreSQL schema of the version table
 * @param lockTimeout how long a statement of a transaction may wait for a lock
 * @param statementTimeout how long a statement of a transaction may run
 * @param aloneLockTimeout the same for a statement outside; a concurrent build that is interrupted leaves an invalid index, so without a limit
 * @param aloneStatementTimeout the same for a statement outside
 * @param tries how often a step is tried when it meets a lock timeout, a deadlock or a serialization failure
 * @param firstPause the pause before the second try; each further one is twice as long
 * @param longestPause no pause is longer
 * @param lockWait how long to wait for another run to end
 */
public record RunSettings(
        String versionNamespace,
        Duration lockTimeout,
        Duration statementTimeout,
        Duration aloneLockTimeout,
        Duration aloneStatementTimeout,
        int tries,
        Duration firstPause,
        Duration longestPause,
        Duration lockWait) {

    /** Locks are awaited 2 s, 20 times, with pauses from 0.5 s to 30 s; another run 60 s. */
    public static final RunSettings DEFAULT = new RunSettings(
            "public",
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            20,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    /** The same with another lock timeout for statements of transactions. */
    public RunSettings withLockTimeout(Duration timeout) {
        return new RunSettings(
                versionNamespace,
                timeout,
                statementTimeout,
                aloneLockTimeout,
                aloneStatementTimeout,
                tries,
                firstPause,
                longestPause,
                lockWait);
    }

    /** The same with another limit for every statement. */
    public RunSettings withStatementTimeout(Duration timeout) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                timeout,
                aloneLockTimeout,
                timeout,
                tries,
                firstPause,
                longestPause,
                lockWait);
    }

    /** The same with another number of tries. */
    public RunSettings withTries(int number) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                statementTimeout,
                aloneLockTimeout,
                aloneStatementTimeout,
                number,
                firstPause,
                longestPause,
                lockWait);
    }

    /** The same with another patience for a run that is going on. */
    public RunSettings withLockWait(Duration wait) {
        return new RunSettings(
                versionNamespace,
                lockTimeout,
                statementTimeout,
                aloneLockTimeout,
                aloneStatementTimeout,
                tries,
                firstPause,
                longestPause,
                wait);
    }
}
