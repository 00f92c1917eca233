package dev.retort;

/** The command line, the configuration or an argument is wrong; nothing was changed. */
public final class UsageException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public UsageException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
