package dev.retort;

/** The entities cannot be read: a missing class, a mapping that Hibernate rejects, a package without an entity. */
public final class ModelException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** An error with its three parts, see {@link RetortException}. */
    public ModelException(String failure, String reason, String cure) {
        super(failure, reason, cure);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
