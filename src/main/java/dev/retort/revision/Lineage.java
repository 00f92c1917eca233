package dev.retort.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A revision with all that it descends from and all that descends from it, by {@code revises}.
 *
 * @param upward the revision and its descendants
 * @param downward the revision and its ancestors
 */
record Lineage(Set<Node> upward, Set<Node> downward) {

    static Lineage of(Node node) {
        return new Lineage(
                RevisionGraph.closure(List.of(node), Node::children),
                RevisionGraph.closure(List.of(node), Node::parents));
    }

    boolean holds(Node node) {
        return upward.contains(node) || downward.contains(node);
    }

    /** Both ways together. */
    Set<Node> all() {
        Set<Node> all = new HashSet<>(upward);
        all.addAll(downward);
        return all;
    }

    List<Node> heads() {
        return upward.stream()
                .filter(node -> node.children().isEmpty())
                .sorted(Node.BY_POSITION)
                .toList();
    }

    List<Node> bases() {
        return downward.stream()
                .filter(node -> node.parents().isEmpty())
                .sorted(Node.BY_POSITION)
                .toList();
    }

    /** The newest applied revisions of the branch itself. */
    List<Node> appliedTops(Applied applied) {
        Set<Node> here = new HashSet<>(upward);
        here.removeIf(node -> !applied.holds(node));
        return here.stream()
                .filter(node -> node.children().stream().noneMatch(here::contains))
                .sorted(Node.BY_POSITION)
                .toList();
    }
}
