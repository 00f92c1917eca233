package dev.retort;

/**
 * The root of every error that Retort reports; a message is three parts: what failed on which object, why, and the cure to type.
 *
 * <p>The subclasses say who has to act, and so give the exit code of the command line.
 */
public abstract class RetortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String failure;
    private final String reason;
    private final String cure;

    /**
     * An error with its three parts.
     *
     * @param failure what failed, on which object, one sentence without a final full stop
     * @param reason why, one or more sentences
     * @param cure what to do, with the command to type where there is one
     */
    protected RetortException(String failure, String reason, String cure) {
        super(failure + ": " + reason + (cure.isEmpty() ? "" : "\n" + cure));
        this.failure = failure;
        this.reason = reason;
        this.cure = cure;
    }

    /** What failed, on which object. */
    public String failure() {
        return failure;
    }

    /** Why it failed. */
    public String reason() {
        return reason;
    }

    /** What to do about it; empty where nothing can be done. */
    public String cure() {
        return cure;
    }

    /** The process exit code that stands for this kind of error: 1 to 4 as the command line documents them. */
    public abstract int exitCode();

    /** This error with the exception that led to it. */
    public RetortException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
