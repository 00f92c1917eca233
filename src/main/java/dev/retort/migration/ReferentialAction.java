package dev.retort.migration;

import dev.retort.schema.ForeignKey;

/** What happens to the referencing rows when the referenced one goes or changes its key. */
public enum ReferentialAction {
    /** It may not, checked at the end of the statement or transaction. */
    NO_ACTION(ForeignKey.Action.NO_ACTION),
    /** It may not, checked at once. */
    RESTRICT(ForeignKey.Action.RESTRICT),
    /** They follow. */
    CASCADE(ForeignKey.Action.CASCADE),
    /** They point to nothing. */
    SET_NULL(ForeignKey.Action.SET_NULL),
    /** They point to the default. */
    SET_DEFAULT(ForeignKey.Action.SET_DEFAULT);

    private final ForeignKey.Action action;

    ReferentialAction(ForeignKey.Action action) {
        this.action = action;
    }

    ForeignKey.Action action() {
        return action;
    }
}
