package dev.retort;

/** Refused for safety: a protected environment, a destructive step without consent, an irreversible downgrade. */
public final class RefusedException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public RefusedException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
