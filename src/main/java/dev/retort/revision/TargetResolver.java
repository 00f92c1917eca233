package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the revisions that a target means, given where the database stands. */
final class TargetResolver {

    /** So many revisions of a way are named. */
    private static final int NAMED = 8;

    private final Nodes nodes;
    private final Applied applied;

    TargetResolver(Nodes nodes, Applied applied) {
        this.nodes = nodes;
        this.applied = applied;
    }

    /** The revisions that a target names; none for the base. */
    List<Node> resolve(Target target) {
        if (target.relative() && target.steps() != 0) {
            return cut(target).tops();
        }
        return target.fromCurrent() ? current(target) : symbol(target);
    }

    /** What must be applied after an upgrade. */
    List<Node> upgrade(Target target) {
        if (target.fromCurrent() && target.relative() && target.steps() < 0) {
            throw new RevisionException(
                    "An upgrade cannot go back by " + -target.steps(),
                    target + " lies before where the database stands.",
                    "To go back: retort downgrade " + target);
        }
        return resolve(target);
    }

    /** What a downgrade undoes first in the graph: it and all that needs it goes. */
    List<Node> downgrade(Target target) {
        if (target.symbol().equals("base") && !target.relative()) {
            return target.branch().isEmpty()
                    ? nodes.ordered().stream()
                            .filter(n -> n.parents().isEmpty())
                            .toList()
                    : lineage(target.branch()).bases();
        }
        if (target.fromCurrent() && target.relative() && target.steps() < 0) {
            return cut(target).above();
        }
        if (target.fromCurrent() && target.relative() && target.steps() > 0) {
            throw new RevisionException(
                    "A downgrade cannot go forward by " + target.steps(),
                    target + " lies after where the database stands.",
                    "To go forward: retort upgrade " + target);
        }
        List<Node> kept = resolve(target);
        for (Node node : kept) {
            if (!applied.holds(node)) {
                throw new RevisionException(
                        "The database cannot be downgraded to " + node.info().display(),
                        "That revision has not been applied" + standsAt() + ".",
                        "To go there: retort upgrade " + node.id(),
                        List.of(node.id()));
            }
        }
        if (kept.isEmpty() && target.steps() < 0) {
            return cut(target).above();
        }
        Set<Node> roots = new LinkedHashSet<>();
        kept.forEach(node -> roots.addAll(node.children()));
        if (!target.branch().isEmpty()) {
            Lineage lineage = lineage(target.branch());
            roots.removeIf(node -> !lineage.holds(node));
        }
        return List.copyOf(roots);
    }

    /** The oldest revisions of a range; none for all. */
    List<Node> lowerEnd(Target target) {
        boolean branchBase = target.symbol().equals("base")
                && !target.relative()
                && !target.branch().isEmpty();
        return branchBase ? lineage(target.branch()).bases() : resolve(target);
    }

    private List<Node> symbol(Target target) {
        return switch (target.symbol()) {
            case "base" -> List.of();
            case "head" -> head(target.branch());
            case "heads" -> heads(target.branch());
            default -> List.of(named(target));
        };
    }

    private List<Node> head(String branch) {
        List<Node> candidates = heads(branch);
        Heads.only(nodes.infos(candidates), branch);
        return candidates;
    }

    private Node named(Target target) {
        Node node = nodes.find(target.symbol());
        if (!target.branch().isEmpty() && !lineage(target.branch()).holds(node)) {
            throw new RevisionException(
                    "Revision " + node.id() + " is not on the branch " + target.branch(),
                    "It is neither an ancestor nor a descendant of "
                            + nodes.find(target.branch()).id() + ".",
                    "See the branches with: retort branches");
        }
        return node;
    }

    private List<Node> heads(String branch) {
        return branch.isEmpty() ? nodes.heads() : lineage(branch).heads();
    }

    private List<Node> current(Target target) {
        List<Node> tops = applied.tops();
        if (target.branch().isEmpty()) {
            return tops;
        }
        Lineage lineage = lineage(target.branch());
        // The branch may be applied without being a row of its own: something else depends on it.
        List<Node> onBranch = lineage.appliedTops(applied);
        return onBranch.isEmpty() ? tops.stream().filter(lineage::holds).toList() : onBranch;
    }

    private Lineage lineage(String branch) {
        return Lineage.of(nodes.find(branch));
    }

    /** Where N steps lead: one revision a step, whichever way round a merge it goes, as long as it can only be these. */
    private Cut cut(Target target) {
        Set<Node> way = way(target);
        if (Math.abs(target.steps()) > way.size()) {
            throw tooFar(target, way);
        }
        Cut cut = Cut.after(target.steps() < 0 ? way.size() + target.steps() : target.steps(), way);
        List<Node> doubtful = cut.doubtful(nodes);
        if (!doubtful.isEmpty()) {
            throw ambiguous(target, doubtful);
        }
        return cut;
    }

    /** The revisions that the steps of a target go through. */
    private Set<Node> way(Target target) {
        boolean back = target.steps() < 0;
        Set<Node> way;
        if (target.fromCurrent()) {
            way = new HashSet<>(nodes.ordered());
            way.removeIf(node -> applied.holds(node) != back);
        } else {
            List<Node> start = symbol(target);
            if (back) {
                way = RevisionGraph.closure(start, Node::parents);
            } else {
                way = start.isEmpty() ? new HashSet<>(nodes.ordered()) : RevisionGraph.closure(start, Node::children);
                start.forEach(way::remove);
            }
        }
        if (!target.branch().isEmpty()) {
            way.retainAll(lineage(target.branch()).all());
        }
        return way;
    }

    private String standsAt() {
        Set<String> rows = applied.rows();
        return rows.isEmpty()
                ? ": the database stands at the base"
                : ": the database stands at " + String.join(", ", rows);
    }

    private RevisionException tooFar(Target target, Set<Node> way) {
        int possible = way.size();
        List<String> tips = nodes.ordered().stream()
                .filter(node -> way.contains(node) && node.children().stream().noneMatch(way::contains))
                .map(Node::id)
                .toList();
        boolean parts = target.steps() > 0 && tips.size() > 1;
        return new RevisionException(
                target + " lies " + (target.steps() < 0 ? "before the base" : "beyond the head"),
                (possible == 1 ? "Only 1 step is possible" : "Only " + possible + " steps are possible")
                        + through(way)
                        + (parts ? ", on ways that part and end at " + String.join(" and ", tips) : "")
                        + (target.fromCurrent() ? standsAt() : "") + ".",
                (parts ? "Name the revision to go to, such as " + tips.get(0) + ". " : "")
                        + "See the order with: retort history --indicate-current",
                tips);
    }

    /** Which revisions the steps would go through. */
    private String through(Set<Node> way) {
        List<String> ids =
                nodes.ordered().stream().filter(way::contains).map(Node::id).toList();
        return ids.isEmpty()
                ? ""
                : ", through " + ids.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (ids.size() > NAMED ? ", …" : "");
    }

    private static RevisionException ambiguous(Target target, List<Node> candidates) {
        List<String> ids = candidates.stream().map(Node::id).toList();
        return new RevisionException(
                target + " is ambiguous",
                "It could stop with or without each of these, as none of them needs the other: "
                        + String.join(", ", ids) + ".",
                "Name the revision to go to, or the branch to go along, as in "
                        + new Target(ids.get(0), target.symbol(), target.steps(), true) + ".",
                ids);
    }
}
