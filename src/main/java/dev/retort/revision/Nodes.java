package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The revisions of a graph by id, by the beginning of an id and by branch label. */
final class Nodes {

    /** So many are suggested by name. */
    private static final int SUGGESTED = 8;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final List<Node> ordered;
    private final NavigableMap<String, Node> byId = new TreeMap<>();
    private final Map<String, Node> byLabel;
    private final String place;

    Nodes(List<Node> ordered, Map<String, Node> byLabel, String place) {
        this.ordered = List.copyOf(ordered);
        this.byLabel = Map.copyOf(byLabel);
        this.place = place.isEmpty() ? "" : " in " + place;
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

    /** The node of an id, a branch label, a number ({@code 7} for {@code 0007}) or an unambiguous beginning of an id, tried in this order. */
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
        List<Node> numbered = numbered(name);
        if (numbered.size() > 1) {
            throw ambiguous(name, "These ids are that number", numbered);
        }
        if (!numbered.isEmpty()) {
            return numbered.get(0);
        }
        List<Node> candidates = byId.tailMap(name).values().stream()
                .takeWhile(node -> node.id().startsWith(name))
                .limit(6)
                .toList();
        if (candidates.isEmpty()) {
            throw unknown(name);
        }
        if (candidates.size() > 1) {
            throw ambiguous(name, "These ids begin with it", candidates);
        }
        return candidates.get(0);
    }

    /** The ids that are this number, with other zeros before it. */
    private List<Node> numbered(String name) {
        if (!NUMBER.matcher(name).matches()) {
            return List.of();
        }
        String bare = withoutZeros(name);
        return ordered.stream()
                .filter(node -> NUMBER.matcher(node.id()).matches()
                        && withoutZeros(node.id()).equals(bare))
                .toList();
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static RevisionException ambiguous(String name, String why, List<Node> nodes) {
        List<String> candidates = nodes.stream().map(Node::id).toList();
        String shown = String.join(", ", candidates.subList(0, Math.min(5, candidates.size())))
                + (candidates.size() > 5 ? ", …" : "");
        return new RevisionException(
                "The revision " + name + " is ambiguous",
                why + ": " + shown + ".",
                "Write the one you mean in full.",
                candidates);
    }

    RevisionException unknown(String name) {
        List<String> nearest = NearestIds.to(name, byId.keySet(), others());
        String reason = ordered.isEmpty()
                ? "There are no revisions" + place + "."
                : "No revision" + place + " has this id or an id that begins with it, and no branch has this label.";
        return new RevisionException(
                "There is no revision " + name,
                reason,
                (nearest.isEmpty() ? newest() : didYouMean(nearest)) + "List the revisions with: retort history",
                nearest);
    }

    /** What there is where nothing is near. */
    private String newest() {
        List<Node> heads = heads();
        if (heads.isEmpty()) {
            return "";
        }
        return (heads.size() == 1 ? "The head is " : "The heads are ")
                + heads.stream().limit(5).map(node -> node.info().display()).collect(Collectors.joining(", "))
                + (heads.size() > 5 ? ", …" : "") + ". ";
    }

    private Set<String> others() {
        Set<String> others = new TreeSet<>(byLabel.keySet());
        others.addAll(GraphBuilder.RESERVED);
        return others;
    }

    static String didYouMean(List<String> nearest) {
        int more = nearest.size() - SUGGESTED;
        return nearest.isEmpty()
                ? ""
                : "Did you mean " + nearest.stream().limit(SUGGESTED).collect(Collectors.joining(", "))
                        + (more > 0 ? ", or one of " + more + " more that are as near" : "") + "? ";
    }

    /** How to look for a file that is gone; nothing for an id that a shell might read as more than a word. */
    static String findWithGit(String id) {
        return GraphBuilder.WORD.matcher(id).matches() ? " (git log --all -S'" + id + "' -- '*.java' finds it)" : "";
    }

    /** The version table names a revision that no file holds. */
    RevisionException unknownRow(String row) {
        List<String> nearest = NearestIds.to(row, byId.keySet(), List.of());
        return new RevisionException(
                "The database stands at revision " + row + ", which no file holds",
                "Its version table names " + row + ", and no revision" + place + " has this id"
                        + ". The file was deleted or renamed, it is on a branch that is not checked out,"
                        + " or the database belongs to another project.",
                "Bring the file back" + findWithGit(row) + ";"
                        + " or, when you know that the database is at another revision, say so: retort stamp REV --purge",
                nearest);
    }
}
