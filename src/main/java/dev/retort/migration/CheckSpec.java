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
        check = new Check(check.name(), check.expression(), true, check.validated());
        return this;
    }

    /** Holds for new rows; old ones are looked at by {@code op.validateConstraint} later. */
    public CheckSpec notValid() {
        open();
        check = check.withValidated(false);
        return this;
    }

    Check check() {
        return check;
    }
}
