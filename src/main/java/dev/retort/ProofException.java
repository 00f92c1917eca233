package dev.retort;

/** It worked, and the answer is no: a proof failed, the database is not where it should be. */
public final class ProofException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public ProofException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
