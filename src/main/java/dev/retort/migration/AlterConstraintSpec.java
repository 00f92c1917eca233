package dev.retort.migration;

import dev.retort.schema.Deferrability;

/** When a foreign key is checked. */
public final class AlterConstraintSpec extends Said {

    private Deferrability deferrability;

    AlterConstraintSpec(Deferrability deferrability) {
        this.deferrability = deferrability;
    }

    /** At once, always. */
    public AlterConstraintSpec notDeferrable() {
        return become(Deferrability.NOT_DEFERRABLE);
    }

    /** At the end of the transaction where one asks for it. */
    public AlterConstraintSpec deferrable() {
        return become(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** At the end of the transaction. */
    public AlterConstraintSpec initiallyDeferred() {
        return become(Deferrability.INITIALLY_DEFERRED);
    }

    private AlterConstraintSpec become(Deferrability changed) {
        open();
        deferrability = changed;
        return this;
    }

    Deferrability deferrability() {
        return deferrability;
    }
}
