package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a set of revisions, links and orders them. */
final class GraphBuilder {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+");
    static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private final List<RevisionInfo> revisions;
    private final String place;
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Map<String, Node> byLabel = new HashMap<>();

    GraphBuilder(Collection<RevisionInfo> revisions, String place) {
        this.revisions = revisions.stream().sorted(RevisionInfo.BY_AGE).toList();
        this.place = place;
    }

    Nodes build() {
        revisions.forEach(this::add);
        byId.values().forEach(this::addLabels);
        byId.values().forEach(this::link);
        List<Node> ordered = order();
        ordered.forEach(Node::sortChildren);
        return new Nodes(ordered, byLabel, place);
    }

    private void add(RevisionInfo info) {
        checkWord("id", info.id(), info);
        Node twin = byId.putIfAbsent(info.id(), new Node(info));
        if (twin != null) {
            throw new RevisionException(
                    "Two revisions have the id " + info.id(),
                    twin.info().location() + " and " + info.location() + ".",
                    "Give the one that came later another id, such as id = \"" + another(info.id())
                            + "\"; the names of its file and class may follow. Where both revise the same one, join them"
                            + " then: retort merge -m MESSAGE\nIds of a team that never meet: revision-id = \"hash\" in retort.toml",
                    List.of(info.id()));
        }
    }

    /** The next number that nobody has, in the same width; for other ids the id with a letter. */
    private String another(String id) {
        if (!id.matches("\\d{1,9}")) {
            return id + "b";
        }
        int last = revisions.stream()
                .map(RevisionInfo::id)
                .filter(other -> other.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%0" + id.length() + "d", last + 1);
    }

    private void addLabels(Node node) {
        for (String label : node.info().branchLabels()) {
            checkWord("branch label", label, node.info());
            Node other = byLabel.putIfAbsent(label, node);
            RevisionInfo taken = other != null
                    ? other.info()
                    : byId.containsKey(label) ? byId.get(label).info() : null;
            if (taken != null) {
                throw new RevisionException(
                        "The branch label " + label + " of revision " + node.id() + " is taken",
                        "It names " + taken.id() + " in " + taken.location() + ".",
                        "Give one of them another label, in " + node.info().location() + ".",
                        List.of(taken.id(), node.id()));
            }
        }
    }

    /** Whether a text can be an id or a branch label. */
    static boolean isWord(String text) {
        return WORD.matcher(text).matches() && !RESERVED.contains(text);
    }

    private static void checkWord(String what, String word, RevisionInfo info) {
        if (!isWord(word)) {
            throw new RevisionException(
                    "The " + what + " \"" + word + "\" cannot be used",
                    info.location()
                            + " says so; letters, digits, _ and . may stand in it, and head, heads, base and current are words of the"
                            + " command line.",
                    "Change it in that file.");
        }
    }

    private void link(Node node) {
        for (String parent : node.info().revises()) {
            node.revises(required(byId.get(parent), "revises", parent, node.info()));
        }
        for (String dependency : node.info().dependsOn()) {
            Node found = byId.get(dependency);
            node.dependsOn(
                    required(found == null ? byLabel.get(dependency) : found, "depends on", dependency, node.info()));
        }
        if (Set.copyOf(node.info().revises()).size() < node.info().revises().size()) {
            throw new RevisionException(
                    "Revision " + node.id() + " revises one revision twice",
                    node.info().location() + " says revises = " + node.info().revises() + ".",
                    "Name each parent once.",
                    List.of(node.id()));
        }
    }

    private Node required(@Nullable Node found, String verb, String id, RevisionInfo info) {
        if (found != null) {
            return found;
        }
        List<String> nearest = NearestIds.to(id, byId.keySet(), byLabel.keySet());
        throw new RevisionException(
                "Revision " + info.id() + " " + verb + " " + id + ", which does not exist",
                "It is named in " + info.location() + "; no file has this id.",
                Nodes.didYouMean(nearest) + "Correct the name in that file, bring the missing file back"
                        + Nodes.findWithGit(id)
                        + ", or, if it lies in another folder or package, correct --revisions or --package.",
                nearest);
    }

    /** Kahn's algorithm; the oldest of those that are ready comes first. */
    private List<Node> order() {
        Map<Node, Integer> missing = new HashMap<>();
        PriorityQueue<Node> ready = new PriorityQueue<>((a, b) -> RevisionInfo.BY_AGE.compare(a.info(), b.info()));
        for (Node node : byId.values()) {
            missing.put(node, node.needs().size());
            if (node.needs().isEmpty()) {
                ready.add(node);
            }
        }
        List<Node> ordered = new ArrayList<>();
        for (Node node = ready.poll(); node != null; node = ready.poll()) {
            node.placeAt(ordered.size());
            ordered.add(node);
            for (Node next : node.neededBy()) {
                if (missing.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        if (ordered.size() < byId.size()) {
            throw cycle();
        }
        return ordered;
    }

    /** Whatever could not be placed needs something that could not be placed: following that leads round a cycle. */
    private RevisionException cycle() {
        Set<Node> walked = new LinkedHashSet<>();
        Node node = byId.values().stream()
                .filter(GraphBuilder::unplaced)
                .findFirst()
                .orElseThrow();
        while (walked.add(node)) {
            node = node.needs().stream()
                    .filter(GraphBuilder::unplaced)
                    .findFirst()
                    .orElseThrow();
        }
        List<Node> round = new ArrayList<>(walked);
        round = round.subList(round.indexOf(node), round.size());
        List<String> ids = round.stream().map(Node::id).toList();
        return new RevisionException(
                "The revisions form a cycle",
                String.join(" needs ", ids) + " needs " + ids.get(0) + ".",
                "Correct what one of them revises or depends on: "
                        + String.join(
                                ", ",
                                round.stream().map(n -> n.info().location()).toList()),
                ids);
    }

    private static boolean unplaced(Node node) {
        return node.position() < 0;
    }
}
