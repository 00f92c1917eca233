package dev.retort;

/** Somebody ended the run while it worked; the reason says what was rolled back, what was kept, and where the database stands. */
public final class StoppedException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public StoppedException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    /** That of a database that did not do all it was asked; a process that a signal ends says 128 and the signal's number. */
    @Override
    public int exitCode() {
        return 3;
    }
}
