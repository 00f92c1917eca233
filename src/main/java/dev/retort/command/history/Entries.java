package dev.retort.command.history;

import dev.retort.revision.Applied;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.HalfDone;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the place of revisions in their graph. */
final class Entries {

    private final Set<String> heads;
    private final Set<String> branchPoints;
    private final Set<String> current;
    private final Set<String> halfDone;

    private final @Nullable Applied applied;

    /**
     * Places in a graph.
     *
     * @param current the rows of the asked database's version table; null where none was asked
     */
    Entries(RevisionGraph graph, @Nullable Collection<String> current) {
        this(graph, current, List.of());
    }

    /**
     * Places in a graph.
     *
     * @param current the rows of the asked database's version table; null where none was asked
     * @param halfDone what an earlier run left half done there
     */
    Entries(RevisionGraph graph, @Nullable Collection<String> current, List<HalfDone> halfDone) {
        this.halfDone = halfDone.stream().map(HalfDone::revision).collect(Collectors.toSet());
        this.heads = ids(graph.heads());
        this.branchPoints = ids(graph.branchPoints());
        this.current = current == null ? Set.of() : Set.copyOf(current);
        this.applied = current == null ? null : graph.applied(current);
    }

    Entry of(RevisionInfo revision) {
        String id = revision.id();
        return new Entry(
                revision,
                heads.contains(id),
                branchPoints.contains(id),
                current.contains(id),
                presence(id),
                halfDone.contains(id));
    }

    private Presence presence(String id) {
        if (applied == null) {
            return Presence.UNKNOWN;
        }
        return applied.contains(id) ? Presence.APPLIED : Presence.PENDING;
    }

    List<Entry> of(List<RevisionInfo> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }
}
