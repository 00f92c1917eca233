package dev.retort;

/** The revision files are wrong or the graph of revisions cannot answer. */
public final class RevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public RevisionException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
