package dev.retort.migration;

import dev.retort.schema.NotNull;

/** A {@code NOT NULL} with a name, from PostgreSQL 18. */
public final class NotNullSpec extends Said implements TableElement {

    private NotNull notNull;

    NotNullSpec(NotNull notNull) {
        this.notNull = notNull;
    }

    /** Tables that inherit from this one do not have it. */
    public NotNullSpec noInherit() {
        open();
        notNull = notNull.withNoInherit(true);
        return this;
    }

    /** Holds for new rows; old ones are looked at by {@code op.validateConstraint} later. */
    public NotNullSpec notValid() {
        open();
        notNull = notNull.withValidated(false);
        return this;
    }

    NotNull notNull() {
        return notNull;
    }
}
