package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Spells the target of a downgrade that undoes what is meant and nothing else: named by what stays, it would take the branches beside it along. */
final class WayDown {

    private WayDown() {}

    /** The target that undoes one revision, of which everything that needs it is undone already. */
    static String of(RevisionInfo revision, RevisionGraph graph) {
        String below = revision.revises().isEmpty()
                ? Target.BASE.toString()
                : revision.revises().get(0);
        Set<String> undone = revision.revises().isEmpty()
                ? graph.all().stream().map(RevisionInfo::id).collect(Collectors.toSet())
                : new HashSet<>(graph.descendants(List.of(below)));
        undone.remove(below);
        return graph.descendants(List.of(revision.id())).containsAll(undone) ? below : back(revision.id(), 1);
    }

    /**
     * The target that undoes several.
     *
     * @param undone the revisions in the order in which they are undone; one at least
     * @param rows where the database stands
     */
    static String of(List<RevisionInfo> undone, Collection<String> rows, RevisionGraph graph) {
        RevisionInfo last = undone.get(undone.size() - 1);
        for (String target : List.of(of(last, graph), back(last.id(), undone.size()))) {
            if (undoes(undone, target, rows, graph)) {
                return target;
            }
        }
        return of(undone.get(0), graph);
    }

    /** So many steps back along the branch that goes through a revision. */
    static String back(String id, int steps) {
        return id + "@-" + steps;
    }

    private static boolean undoes(
            List<RevisionInfo> undone, String target, Collection<String> rows, RevisionGraph graph) {
        try {
            return Set.copyOf(graph.downgradePath(rows, Target.parse(target))).equals(Set.copyOf(undone));
        } catch (RevisionException e) {
            // It means nothing there, or too much.
            return false;
        }
    }
}
