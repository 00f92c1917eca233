package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The revisions of a graph by id, by the beginning of an id and by branch label. */
final class Nodes {

    private final List<Node> ordered;
    private final NavigableMap<String, Node> byId = new TreeMap<>();
    private final Map<String, Node> byLabel;

    Nodes(List<Node> ordered, Map<String, Node> byLabel) {
        this.ordered = List.copyOf(ordered);
        this.byLabel = Map.copyOf(byLabel);
        ordered.forEach(node -> byId.put(node.id(), node));
    }

    List<Node> ordered() {
        return ordered;
    }

    List<Node> bases() {
        return ordered.stream().filter(node -> node.parents().isEmpty()).toList();
    }

    List<Node> heads() {
        return ordered.stream().filter(node -> node.children().isEmpty()).toList();
    }

    @Nullable
    Node get(String id) {
        return byId.get(id);
    }

    List<RevisionInfo> infos(Collection<Node> nodes) {
        return nodes.stream().map(Node::info).toList();
    }

    /** The node of an id, a branch label or an unambiguous beginning of an id, tried in this order. */
    Node find(String name) {
        Node exact = byId.get(name);
        if (exact == null) {
            exact = byLabel.get(name);
        }
        if (exact != null) {
            return exact;
        }
        if (name.isEmpty()) {
            throw unknown(name);
        }
        List<Node> candidates = byId.tailMap(name).values().stream()
                .takeWhile(node -> node.id().startsWith(name))
                .limit(6)
                .toList();
        if (candidates.isEmpty()) {
            throw unknown(name);
        }
        if (candidates.size() > 1) {
            throw ambiguous(name, candidates.stream().map(Node::id).toList());
        }
        return candidates.get(0);
    }

    private static RevisionException ambiguous(String name, List<String> candidates) {
        String shown = String.join(", ", candidates.subList(0, Math.min(5, candidates.size())))
                + (candidates.size() > 5 ? ", …" : "");
        return new RevisionException(
                "The revision " + name + " is ambiguous",
                "These ids begin with it: " + shown + ".",
                "Give more characters of the one you mean.",
                candidates);
    }

    RevisionException unknown(String name) {
        List<String> nearest = NearestIds.to(name, byId.keySet(), byLabel.keySet());
        String reason = ordered.isEmpty()
                ? "There are no revisions yet."
                : "No revision has this id or an id that begins with it, and no branch has this label.";
        String cure = nearest.isEmpty()
                ? "List the revisions with: retort history"
                : "Did you mean " + String.join(", ", nearest) + "? List the revisions with: retort history";
        return new RevisionException("There is no revision " + name, reason, cure, nearest);
    }

    /** The version table names a revision that no file holds. */
    RevisionException unknownRow(String row) {
        List<String> nearest = NearestIds.to(row, byId.keySet(), List.of());
        return new RevisionException(
                "The database stands at revision " + row + ", which no file holds",
                "Its version table names " + row
                        + ". The file was deleted or renamed, it is on a branch that is not checked out,"
                        + " or the database belongs to another project.",
                "Bring the file back (git log --all -S'" + row + "' -- '*.java' finds it);"
                        + " or, when you know that the database is at another revision, say so: retort stamp REV --purge",
                nearest);
    }
}
