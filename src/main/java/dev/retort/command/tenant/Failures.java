package dev.retort.command.tenant;

import dev.retort.DatabaseException;
import dev.retort.RetortException;

/** Errors of one tenant, which must not be lost on a thread of their own. */
final class Failures {

    private Failures() {}

    /** The error, or one that says that nobody foresaw it. */
    static RetortException known(RuntimeException error) {
        return error instanceof RetortException ours
                ? ours
                : new DatabaseException(
                                "Retort failed in a way that it did not foresee",
                                error.getClass().getName()
                                        + (error.getMessage() == null ? "" : ": " + error.getMessage()),
                                "This is a bug; please report it, with what -v prints.")
                        .causedBy(error);
    }
}
