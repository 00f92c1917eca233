package dev.retort.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A revision in its graph; equal by identity, changed only while the graph is built. */
final class Node {

    static final Comparator<Node> BY_POSITION = Comparator.comparingInt(node -> node.position);

    private final RevisionInfo info;
    private final List<Node> parents = new ArrayList<>();
    private final List<Node> children = new ArrayList<>();
    private final List<Node> needs = new ArrayList<>();
    private final List<Node> neededBy = new ArrayList<>();
    private int position = -1;

    Node(RevisionInfo info) {
        this.info = info;
    }

    RevisionInfo info() {
        return info;
    }

    String id() {
        return info.id();
    }

    /** The revisions it revises. */
    List<Node> parents() {
        return parents;
    }

    /** The revisions that revise it. */
    List<Node> children() {
        return children;
    }

    /** Its parents and its dependencies. */
    List<Node> needs() {
        return needs;
    }

    /** Its children and its dependents. */
    List<Node> neededBy() {
        return neededBy;
    }

    void revises(Node parent) {
        parents.add(parent);
        parent.children.add(this);
        dependsOn(parent);
    }

    void dependsOn(Node other) {
        if (!needs.contains(other)) {
            needs.add(other);
            other.neededBy.add(this);
        }
    }

    int position() {
        return position;
    }

    void placeAt(int place) {
        position = place;
    }

    /** Children come in the order of execution, whatever order the files were read in. */
    void sortChildren() {
        children.sort(BY_POSITION);
        neededBy.sort(BY_POSITION);
    }

    @Override
    public String toString() {
        return info.id();
    }
}
