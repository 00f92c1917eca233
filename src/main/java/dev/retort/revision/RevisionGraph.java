package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All revisions of a project and how they follow each other. Immutable; every answer is in a stable order and takes time linear in the number of
 * revisions.
 *
 * <p><i>Lineage</i> is what {@code revises} says; a dependency ({@code dependsOn}) orders execution and nothing else.
 */
public final class RevisionGraph {

    private final Nodes nodes;

    private RevisionGraph(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Builds the graph.
     *
     * @throws RevisionException if an id is malformed or taken twice, a parent is missing, a label is taken twice, or revisions form a cycle
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        return of(revisions, "");
    }

    /**
     * Builds the graph of what was found in a place.
     *
     * @param place the folder or package, for the errors about what is not there; empty for nowhere in particular
     * @throws RevisionException if an id is malformed or taken twice, a parent is missing, a label is taken twice, or revisions form a cycle
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions, String place) {
        return new RevisionGraph(new GraphBuilder(revisions, place).build());
    }

    /** Whether a text can be an id or a branch label: letters, digits, {@code _} and {@code .}, and no word of the target grammar. */
    public static boolean isName(String text) {
        return GraphBuilder.isWord(text);
    }

    /** Every revision, parents and dependencies before what needs them, the older first where that leaves a choice. */
    public List<RevisionInfo> all() {
        return nodes.infos(nodes.ordered());
    }

    /** Whether there is no revision at all. */
    public boolean isEmpty() {
        return nodes.ordered().isEmpty();
    }

    /** Whether a revision has exactly this id. */
    public boolean contains(String id) {
        return nodes.get(id) != null;
    }

    /**
     * The revision of exactly this id.
     *
     * @throws RevisionException if there is none
     */
    public RevisionInfo get(String id) {
        return node(id).info();
    }

    /**
     * The revision that an id, an unambiguous beginning of one, or a branch label names.
     *
     * @throws RevisionException if none or several are meant
     */
    public RevisionInfo find(String name) {
        return nodes.find(name).info();
    }

    /** The revisions that no other revises. */
    public List<RevisionInfo> heads() {
        return nodes.infos(nodes.heads());
    }

    /**
     * The only head.
     *
     * @throws RevisionException if there are several, with the command that merges them; or none
     */
    public RevisionInfo head() {
        return Heads.only(heads(), "");
    }

    /** The revisions that revise none. */
    public List<RevisionInfo> bases() {
        return nodes.infos(nodes.bases());
    }

    /** The revisions that several others revise. */
    public List<RevisionInfo> branchPoints() {
        return select(node -> node.children().size() > 1);
    }

    /** The revisions that revise several others. */
    public List<RevisionInfo> mergePoints() {
        return select(node -> node.parents().size() > 1);
    }

    /**
     * The revisions that revise this one.
     *
     * @throws RevisionException if there is no such revision
     */
    public List<RevisionInfo> children(String id) {
        return nodes.infos(node(id).children());
    }

    /**
     * These revisions and all that must have run before them, dependencies included.
     *
     * @throws RevisionException if an id is unknown
     */
    public Set<String> ancestors(Collection<String> ids) {
        return ids(closure(nodes(ids), Node::needs));
    }

    /**
     * These revisions and all that need one of them, dependents included.
     *
     * @throws RevisionException if an id is unknown
     */
    public Set<String> descendants(Collection<String> ids) {
        return ids(closure(nodes(ids), Node::neededBy));
    }

    /**
     * What the rows of a version table stand for.
     *
     * @throws RevisionException if a row names a revision that no file holds
     */
    public Applied applied(Collection<String> rows) {
        for (String row : rows) {
            if (nodes.get(row) == null) {
                throw nodes.unknownRow(row);
            }
        }
        return new Applied(nodes, closure(nodes(rows), Node::needs));
    }

    /**
     * The revisions that a target names: none for the base.
     *
     * @param rows where the database stands, for targets that count from there
     * @throws RevisionException if the target names nothing, too much, or counts beyond an end
     */
    public List<RevisionInfo> resolve(Target target, Collection<String> rows) {
        return nodes.infos(new TargetResolver(nodes, applied(rows)).resolve(target));
    }

    /**
     * What an upgrade runs, in order; empty where the target is applied already.
     *
     * @throws RevisionException if the target names nothing, too much, or counts beyond an end; or if a row is unknown
     */
    public List<RevisionInfo> upgradePath(Collection<String> rows, Target target) {
        Applied applied = applied(rows);
        List<Node> targets = new TargetResolver(nodes, applied).upgrade(target);
        Set<Node> path = closure(targets, Node::needs);
        path.removeIf(applied::holds);
        return nodes.infos(inOrder(path));
    }

    /**
     * What a downgrade undoes, in order (the newest first); empty where the database stands there already.
     *
     * @throws RevisionException if the target is not applied, or names nothing, too much, or counts beyond the base; or if a row is unknown
     */
    public List<RevisionInfo> downgradePath(Collection<String> rows, Target target) {
        Applied applied = applied(rows);
        Set<Node> path = closure(new TargetResolver(nodes, applied).downgrade(target), Node::neededBy);
        path.removeIf(node -> !applied.holds(node));
        List<Node> ordered = inOrder(path);
        Collections.reverse(ordered);
        return nodes.infos(ordered);
    }

    /**
     * The revisions of a range, both ends included, the oldest first.
     *
     * @param rows where the database stands, for ends that count from there
     * @throws RevisionException if an end names nothing or too much, or if the ends are not on one lineage
     */
    public List<RevisionInfo> between(TargetRange range, Collection<String> rows) {
        TargetResolver resolver = new TargetResolver(nodes, applied(rows));
        List<Node> lower = resolver.lowerEnd(range.from());
        List<Node> upper = resolver.resolve(range.to());
        Set<Node> path = closure(upper, Node::parents);
        if (!lower.isEmpty()) {
            if (!path.containsAll(lower)) {
                throw new RevisionException(
                        "There is no way from " + range.from() + " to " + range.to(),
                        range.from() + " is not an ancestor of " + range.to() + ".",
                        "See the order with: retort history");
            }
            path.retainAll(closure(lower, Node::children));
        }
        return nodes.infos(inOrder(path));
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw nodes.unknown(id);
        }
        return node;
    }

    private List<Node> nodes(Collection<String> ids) {
        List<Node> found = new ArrayList<>();
        for (String id : ids) {
            found.add(node(id));
        }
        return found;
    }

    private List<RevisionInfo> select(Predicate<Node> wanted) {
        return nodes.ordered().stream().filter(wanted).map(Node::info).toList();
    }

    /** Sorted as they run. */
    static List<Node> inOrder(Set<Node> some) {
        List<Node> ordered = new ArrayList<>(some);
        ordered.sort(Node.BY_POSITION);
        return ordered;
    }

    private static Set<String> ids(Set<Node> some) {
        Set<String> ids = new LinkedHashSet<>();
        inOrder(some).forEach(node -> ids.add(node.id()));
        return ids;
    }

    /** Everything that can be reached, the starts included. */
    static Set<Node> closure(Collection<Node> starts, Function<Node, List<Node>> next) {
        Set<Node> seen = new HashSet<>(starts);
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Node node : next.apply(open.pop())) {
                if (seen.add(node)) {
                    open.push(node);
                }
            }
        }
        return seen;
    }
}
