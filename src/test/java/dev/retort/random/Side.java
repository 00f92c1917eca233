package dev.retort.random;

/** The two schemas of a pair. */
public enum Side {
    A,
    B
}
