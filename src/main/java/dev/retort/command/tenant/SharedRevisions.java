package dev.retort.command.tenant;

import dev.retort.migration.Migration;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.RevisionLoader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The revisions of a loader for several threads: read, compiled and summed once, however many tenants they run for. */
final class SharedRevisions implements RevisionLoader {

    private final RevisionLoader loader;
    private final RevisionGraph graph;
    private final Map<String, String> checksums = new HashMap<>();
    private final Map<String, List<String>> faults = new HashMap<>();

    SharedRevisions(RevisionLoader loader) {
        this.loader = loader;
        this.graph = loader.graph();
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public synchronized void prepare(Collection<RevisionInfo> revisions) {
        loader.prepare(revisions);
    }

    @Override
    public synchronized List<String> faults(RevisionInfo revision) {
        return faults.computeIfAbsent(revision.id(), id -> loader.faults(revision));
    }

    /** Another instance for each tenant, as a revision may keep something in a field. */
    @Override
    public synchronized Migration load(RevisionInfo revision) {
        return loader.load(revision);
    }

    @Override
    public synchronized String checksum(RevisionInfo revision) {
        return checksums.computeIfAbsent(revision.id(), id -> loader.checksum(revision));
    }
}
