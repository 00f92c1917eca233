package dev.retort.runtime;

/**
 * Where a session looks for names without a schema: {@code public}, or a tenant's schema, whatever the user's own path says. It is set when the session opens,
 * and again after what is not ours, which may have left it elsewhere.
 */
final class SearchPath {

    private final String path;
    private boolean strayed;
    private boolean due;
    private boolean set;

    SearchPath(RunSettings settings) {
        this.path = settings.searchPath();
    }

    /** The call that sets it for the session. */
    String setting() {
        return "set_config('search_path', " + Identifiers.literal(path) + ", false)";
    }

    /** A transaction begins. */
    void begin() {
        due = strayed;
        set = false;
    }

    /** Whether it is to be set before what comes next, which is then done. */
    boolean takeDue() {
        boolean now = due;
        set |= now;
        due = false;
        return now;
    }

    /** Something that is not ours has run. */
    void stray() {
        strayed = true;
        set = false;
    }

    /** The transaction is committed, and what it set with it. */
    void committed() {
        strayed &= !set;
        end();
    }

    /** The transaction is over; where it was rolled back, so is what it set. */
    void end() {
        due = false;
        set = false;
    }
}
