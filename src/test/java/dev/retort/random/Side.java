package dev.retort.random;

/** The two schemas of a pair. */
enum Side {
    A,
    B
}
