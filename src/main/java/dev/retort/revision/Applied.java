package dev.retort.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which revisions a database has, and the rows that say so: those applied revisions that no other applied one needs.
 *
 * <p>Follows a run revision by revision; not safe for use by several threads.
 */
public final class Applied {

    private final Nodes nodes;
    private final Set<Node> applied;
    private final SortedSet<String> rows = new TreeSet<>();

    Applied(Nodes nodes, Set<Node> applied) {
        this.nodes = nodes;
        this.applied = new HashSet<>(applied);
        for (Node node : applied) {
            if (isTop(node)) {
                rows.add(node.id());
            }
        }
    }

    /** Whether a revision has been applied. */
    public boolean contains(String id) {
        Node node = nodes.get(id);
        return node != null && holds(node);
    }

    /** How many revisions have been applied. */
    public int size() {
        return applied.size();
    }

    /** The rows of the version table. */
    public SortedSet<String> rows() {
        return new TreeSet<>(rows);
    }

    /** Whether everything that there is has been applied. */
    public boolean isComplete() {
        return applied.size() == nodes.ordered().size();
    }

    /**
     * Notes that a revision has been applied.
     *
     * @throws IllegalArgumentException if something that it needs has not
     */
    public void add(String id) {
        Node node = nodes.find(id);
        if (!applied.containsAll(node.needs())) {
            throw new IllegalArgumentException(id + " needs " + node.needs());
        }
        applied.add(node);
        rows.add(id);
        node.needs().forEach(needed -> rows.remove(needed.id()));
    }

    /**
     * Notes that a revision has been undone.
     *
     * @throws IllegalArgumentException if it is not applied, or another applied one needs it
     */
    public void remove(String id) {
        if (!rows.remove(id)) {
            throw new IllegalArgumentException(id + " is not on top");
        }
        Node node = nodes.find(id);
        applied.remove(node);
        for (Node needed : node.needs()) {
            if (isTop(needed)) {
                rows.add(needed.id());
            }
        }
    }

    boolean holds(Node node) {
        return applied.contains(node);
    }

    /** The nodes of the rows, in the order of execution. */
    List<Node> tops() {
        return rows.stream().map(nodes::find).sorted(Node.BY_POSITION).toList();
    }

    private boolean isTop(Node node) {
        return node.neededBy().stream().noneMatch(applied::contains);
    }
}
