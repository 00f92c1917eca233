package dev.retort;

import java.util.List;

/** The revision files are wrong or the graph of revisions cannot answer. */
public final class RevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> ids;
    private boolean changed;

    /** An error with its three parts, see {@link RetortException}. */
    public RevisionException(String failure, String reason, String cure) {
        this(failure, reason, cure, List.of());
    }

    /**
     * An error about some revisions.
     *
     * @param ids the revisions concerned: the candidates of an ambiguous name, the heads that are too many, the members of a cycle
     */
    public RevisionException(String failure, String reason, String cure, List<String> ids) {
        super(failure, reason, cure);
        this.ids = List.copyOf(ids);
    }

    /** The revisions concerned, such as the candidates of an ambiguous name; empty where none are. */
    public List<String> ids() {
        return ids;
    }

    /** This error, of a run that has changed something before it failed. */
    public RevisionException afterChanges() {
        changed = true;
        return this;
    }

    @Override
    public int exitCode() {
        return changed ? 3 : 2;
    }
}
