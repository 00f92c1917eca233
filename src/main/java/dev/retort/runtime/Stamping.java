package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The statements that say of a database where it stands: its rows, that they were stamped, and that nothing is half done or ahead of its revisions. */
public final class Stamping {

    private final RevisionLoader loader;
    private final VersionTable versions;
    private final HistoryTable history;
    private final StepTable steps;
    private final SyncTable synced;

    /**
     * Stamps with the revisions of a loader.
     *
     * @param namespace the PostgreSQL schema of the version table
     */
    public Stamping(RevisionLoader loader, String namespace) {
        this.loader = loader;
        this.versions = new VersionTable(namespace);
        this.history = new HistoryTable(namespace);
        this.steps = new StepTable(namespace);
        this.synced = new SyncTable(namespace);
    }

    /**
     * The statements, for one transaction.
     *
     * @param from the rows as they are; null where they go whatever they are
     * @param rows the new rows; none for the base
     * @param client who stamps on which machine; null where only the server can tell the machine
     */
    public List<String> statements(@Nullable SortedSet<String> from, SortedSet<String> rows, @Nullable String client) {
        List<String> statements =
                new ArrayList<>(from == null ? versions.replacement(rows) : versions.statements(from, rows));
        statements.addAll(history.stamps(Runner.checksums(loader, rows), client));
        statements.add(steps.removal());
        statements.add(synced.removal());
        return statements;
    }
}
