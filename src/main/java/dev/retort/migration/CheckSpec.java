package dev.retort.migration;

import dev.retort.schema.Check;

/** A check constraint. */
public final class CheckSpec extends Said implements TableElement {

    private Check check;

    CheckSpec(Check check) {
        this.check = check;
    }

    /** Tables that inherit from this one do not have it. */
    public CheckSpec noInherit() {
        open();
        check = check.withNoInherit(true);
        return this;
    }

    /** Holds for new rows; old ones are looked at by {@code op.validateConstraint} later. */
    public CheckSpec notValid() {
        open();
        check = check.withValidated(false);
        return this;
    }

    /** Documents what should hold, and no row is looked at; from PostgreSQL 18. */
    public CheckSpec notEnforced() {
        open();
        check = check.withEnforced(false);
        return this;
    }

    Check check() {
        return check;
    }
}
