package dev.retort.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revisions that could run next, step by step. */
final class Frontier {

    private final Set<Node> applied = new HashSet<>();
    private final Set<Node> next = new HashSet<>();

    Frontier(Nodes nodes, Applied applied) {
        nodes.ordered().stream().filter(applied::holds).forEach(this.applied::add);
        nodes.ordered().stream().filter(this::isNext).forEach(next::add);
    }

    /** Those whose parents are all applied, in the order of execution. */
    List<Node> next(@Nullable Lineage lineage) {
        return next.stream()
                .filter(node -> lineage == null || lineage.holds(node))
                .sorted(Node.BY_POSITION)
                .toList();
    }

    /** Takes one as applied, together with what it depends on. */
    void take(Node node) {
        for (Node taken : RevisionGraph.closure(List.of(node), Node::needs)) {
            if (applied.add(taken)) {
                next.remove(taken);
                taken.children().stream().filter(this::isNext).forEach(next::add);
            }
        }
        next.removeIf(applied::contains);
        next.removeIf(candidate -> !isNext(candidate));
    }

    private boolean isNext(Node node) {
        return !applied.contains(node) && applied.containsAll(node.parents());
    }
}
