package dev.retort.command.compare;

import dev.retort.command.standin.Recorded;
import dev.retort.runtime.RevisionLoader;

/** Asks every revision what its upgrade says, without a database. */
final class Recording {

    private Recording() {}

    /** The names that the upgrades made. */
    static MadeNames names(RevisionLoader loader) {
        return MadeNames.of(Recorded.of(loader).operations());
    }
}
