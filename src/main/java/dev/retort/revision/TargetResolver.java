package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the revisions that a target means, given where the database stands. */
final class TargetResolver {

    private final Nodes nodes;
    private final Applied applied;

    TargetResolver(Nodes nodes, Applied applied) {
        this.nodes = nodes;
        this.applied = applied;
    }

    /** The revisions that a target names; none for the base. */
    List<Node> resolve(Target target) {
        if (target.fromCurrent() && target.relative()) {
            return target.steps() < 0 ? back(current(target), target) : forward(target);
        }
        List<Node> named = symbol(target);
        if (!target.relative() || target.steps() == 0) {
            return named;
        }
        return target.steps() < 0 ? back(named, target) : onward(named, target);
    }

    /** What must be applied after an upgrade. */
    List<Node> upgrade(Target target) {
        if (target.fromCurrent() && target.relative() && target.steps() < 0) {
            throw new RevisionException(
                    "An upgrade cannot go back by " + -target.steps(),
                    target + " lies before where the database stands.",
                    "To go back: retort downgrade -- " + target);
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
            return undone(current(target), target);
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
            List<Node> way = undone(symbol(target), target);
            return way.subList(way.size() - 1, way.size());
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
            case "current" -> current(target);
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

    /** Where N steps back lead; nothing for the base. */
    private List<Node> back(List<Node> start, Target target) {
        List<Node> undone = undone(start, target);
        return undone.get(undone.size() - 1).parents();
    }

    /** The revisions on the way back, the newest first. */
    private List<Node> undone(List<Node> start, Target target) {
        List<Node> undone = new ArrayList<>();
        List<Node> at = start;
        for (int step = 0; step < -target.steps(); step++) {
            if (at.isEmpty()) {
                throw tooFar(target, step, "before the base");
            }
            if (at.size() > 1) {
                throw ambiguous(target, at, "several revisions lie one step back");
            }
            undone.add(at.get(0));
            at = at.get(0).parents();
        }
        return undone;
    }

    /** The next N revisions that are not applied. */
    private List<Node> forward(Target target) {
        Lineage lineage = target.branch().isEmpty() ? null : lineage(target.branch());
        Frontier frontier = new Frontier(nodes, applied);
        List<Node> reached = current(target);
        for (int step = 0; step < target.steps(); step++) {
            List<Node> next = frontier.next(lineage);
            if (next.isEmpty()) {
                throw tooFar(target, step, "beyond the head");
            }
            if (next.size() > 1) {
                throw ambiguous(target, next, "several revisions can come next");
            }
            frontier.take(next.get(0));
            reached = next;
        }
        return reached;
    }

    private List<Node> onward(List<Node> start, Target target) {
        Lineage lineage = target.branch().isEmpty() ? null : lineage(target.branch());
        List<Node> at = start;
        for (int step = 0; step < target.steps(); step++) {
            Set<Node> next = new LinkedHashSet<>();
            if (at.isEmpty()) {
                next.addAll(nodes.bases());
            }
            at.forEach(node -> next.addAll(node.children()));
            if (lineage != null) {
                next.removeIf(node -> !lineage.holds(node));
            }
            if (next.isEmpty()) {
                throw tooFar(target, step, "beyond the head");
            }
            if (next.size() > 1) {
                throw ambiguous(target, List.copyOf(next), "several revisions can come next");
            }
            at = List.copyOf(next);
        }
        return at;
    }

    private String standsAt() {
        Set<String> rows = applied.rows();
        return rows.isEmpty()
                ? ": the database stands at the base"
                : ": the database stands at " + String.join(", ", rows);
    }

    private RevisionException tooFar(Target target, int possible, String where) {
        return new RevisionException(
                target + " lies " + where,
                (possible == 1 ? "Only 1 step is possible" : "Only " + possible + " steps are possible")
                        + (target.fromCurrent() ? standsAt() : "") + ".",
                "See the order with: retort history --indicate-current");
    }

    private static RevisionException ambiguous(Target target, List<Node> candidates, String why) {
        List<String> ids = candidates.stream().map(Node::id).toList();
        return new RevisionException(
                target + " is ambiguous",
                why + ": " + String.join(", ", ids) + ".",
                "Name the revision, or the branch as in " + ids.get(0) + "@" + (target.steps() < 0 ? "-" : "+") + "1.",
                ids);
    }
}
