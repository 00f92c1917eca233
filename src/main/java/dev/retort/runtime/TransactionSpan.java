package dev.retort.runtime;

/** What one transaction of a run spans. */
public enum TransactionSpan {

    /** One revision, save what it does outside: a revision that fails leaves those before it applied. */
    REVISION,

    /** The whole run: it is applied as a whole or not at all. No revision of it may leave the transaction. */
    ALL
}
