package dev.retort.migration;

import dev.retort.RevisionException;
import java.util.List;

/** Refuses the beginning of a change that nothing follows: it would do nothing, and nobody would hear of it. */
final class NoChange {

    private NoChange() {}

    /** The changes, of which there must be one at least. */
    static <T> List<T> refused(List<T> changes, String call, String object) {
        if (changes.isEmpty()) {
            throw new RevisionException(
                    "The change of " + object + " changes nothing",
                    "op." + call + "(…) is followed by no change.",
                    "Add what shall change behind it, or take it out.");
        }
        return changes;
    }
}
