package dev.retort;

/** The database refused or failed; the reason says what was rolled back and what was kept. */
public final class DatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public DatabaseException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
