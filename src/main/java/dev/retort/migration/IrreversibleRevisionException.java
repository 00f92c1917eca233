package dev.retort.migration;

import dev.retort.RetortException;

/** There is no way back from a revision; thrown by its {@code downgrade}, which the runner refuses before it touches anything. */
public final class IrreversibleRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses the way back.
     *
     * @param reason why what the revision did cannot be undone, in a sentence
     */
    public IrreversibleRevisionException(String reason) {
        super(
                "This revision cannot be downgraded",
                reason,
                "Restore a backup, or write a new revision that repairs forward: retort revision -m MESSAGE");
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
