package dev.retort.migration;

import dev.retort.RetortException;

/** A revision asks the database while none is connected: it is being recorded, planned or printed. */
public final class NeedsDatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which call asked.
     *
     * @param call the call as the revision has it, such as {@code op.query(…)}
     */
    public NeedsDatabaseException(String call) {
        super(
                call + " needs a database",
                "The revision is read without one, to print or to check its operations, and what it does next depends on the answer.",
                "Run it against a database: retort upgrade");
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
