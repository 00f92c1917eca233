package dev.retort.command.history;

import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the place of revisions in their graph. */
final class Entries {

    private final Set<String> heads;
    private final Set<String> branchPoints;
    private final Set<String> current;

    Entries(RevisionGraph graph, Collection<String> current) {
        this.heads = ids(graph.heads());
        this.branchPoints = ids(graph.branchPoints());
        this.current = Set.copyOf(current);
    }

    Entry of(RevisionInfo revision) {
        String id = revision.id();
        return new Entry(revision, heads.contains(id), branchPoints.contains(id), current.contains(id));
    }

    List<Entry> of(List<RevisionInfo> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }
}
