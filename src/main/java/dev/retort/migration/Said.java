package dev.retort.migration;

import dev.retort.RevisionException;

/**
 * Something said in a revision that more words may follow, as in {@code op.addUnique(…).nullsNotDistinct()}. It is done when the next operation begins;
 * a word after that would be lost, so it is an error.
 */
public abstract class Said {

    private boolean done;

    Said() {}

    /** Called first by every word. */
    final void open() {
        if (done) {
            throw new RevisionException(
                    "A word comes too late",
                    "It follows an operation that has run already, since another operation was said in between.",
                    "Write the operation with all its words as one statement.");
        }
    }

    final void done() {
        done = true;
    }
}
