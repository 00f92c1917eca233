package dev.retort.migration;

import dev.retort.schema.Exclusion;

/** An exclusion constraint of a new table. */
public final class ExclusionSpec implements TableElement {

    private final Exclusion exclusion;

    ExclusionSpec(Exclusion exclusion) {
        this.exclusion = exclusion;
    }

    Exclusion exclusion() {
        return exclusion;
    }
}
