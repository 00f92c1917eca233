package dev.retort.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some revisions cut in two after a number of them: those below can all have run without any of those above. There may be several such cuts of the same
 * size; which one would be an arbitrary choice, so {@link #doubtful} names the revisions that could change sides.
 */
final class Cut {

    private final List<Node> below;
    private final List<Node> above;

    private Cut(List<Node> below, List<Node> above) {
        this.below = below;
        this.above = above;
    }

    /**
     * Cuts revisions after the first {@code size} in the order of execution, which needs nothing of the others.
     *
     * @param some at least {@code size} revisions
     */
    static Cut after(int size, Set<Node> some) {
        List<Node> ordered = RevisionGraph.inOrder(some);
        return new Cut(ordered.subList(0, size), ordered.subList(size, ordered.size()));
    }

    /** Those below that none of them revises. */
    List<Node> tops() {
        Set<Node> inside = new HashSet<>(below);
        return below.stream()
                .filter(node -> node.children().stream().noneMatch(inside::contains))
                .toList();
    }

    /** Those above. */
    List<Node> above() {
        return above;
    }

    /**
     * The revisions that another cut of the same size would have on the other side, in the order of execution; none where this is the only one.
     *
     * <p>Cuts of one size are joined by exchanges of single revisions: it is the only one unless some revision of the upper edge of what is below can
     * change places with some revision of the lower edge of what is above, which does not need it.
     */
    List<Node> doubtful(Nodes nodes) {
        Set<Node> doubtful = new TreeSet<>(Node.BY_POSITION);
        List<Node> edge = upperEdge(nodes);
        for (Node first : lowerEdge(nodes)) {
            Set<Node> needed = RevisionGraph.closure(List.of(first), Node::needs);
            for (Node last : edge) {
                if (!needed.contains(last)) {
                    doubtful.add(first);
                    doubtful.add(last);
                }
            }
        }
        return List.copyOf(doubtful);
    }

    /** Those below that no other below needs, be it by way of revisions that take no part. */
    private List<Node> upperEdge(Nodes nodes) {
        Set<Node> inside = new HashSet<>(below);
        Set<Node> under = new HashSet<>();
        List<Node> ordered = nodes.ordered();
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Node node = ordered.get(i);
            if (inside.contains(node) || under.contains(node)) {
                under.addAll(node.needs());
            }
        }
        return below.stream().filter(node -> !under.contains(node)).toList();
    }

    /** Those above that need no other above. */
    private List<Node> lowerEdge(Nodes nodes) {
        Set<Node> inside = new HashSet<>(above);
        Set<Node> over = new HashSet<>();
        List<Node> edge = new ArrayList<>();
        for (Node node : nodes.ordered()) {
            boolean needs = over.contains(node);
            if (inside.contains(node) && !needs) {
                edge.add(node);
            }
            if (needs || inside.contains(node)) {
                over.addAll(node.neededBy());
            }
        }
        return edge;
    }
}
