package dev.retort.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The target grammar, answered without any cleverness: sets of revisions are the bits of a number, and steps try every set of the size there is. An answer
 * that is left out is an error.
 */
final class BruteForce {

    private final List<RevisionInfo> revisions;
    private final int all;
    /** By revision: those it revises, those it revises or depends on; each with what these do in turn, and itself. */
    private final int[] ancestors;

    private final int[] needs;
    private final int applied;

    BruteForce(List<RevisionInfo> revisions, List<String> rows) {
        this.revisions = revisions;
        this.all = (1 << revisions.size()) - 1;
        this.ancestors = closed(false);
        this.needs = closed(true);
        int held = 0;
        for (String row : rows) {
            held |= needs[index(row)];
        }
        this.applied = held;
    }

    /** What an upgrade runs. */
    OptionalInt up(Target target) {
        if (target.fromCurrent() && target.steps() < 0) {
            return OptionalInt.empty();
        }
        return map(place(target), place -> needed(place) & ~applied);
    }

    /** What a downgrade undoes. */
    OptionalInt down(Target target) {
        if (target.symbol().equals("base") && !target.relative()) {
            int bases =
                    only(onBranch(target), node -> revisions.get(node).revises().isEmpty());
            return OptionalInt.of(needing(bases) & applied);
        }
        if (target.fromCurrent() && target.steps() != 0) {
            return target.steps() > 0
                    ? OptionalInt.empty()
                    : map(lower(target), lower -> needing(way(target) & ~lower) & applied);
        }
        OptionalInt place = place(target);
        if (place.isEmpty() || (place.getAsInt() & ~applied) != 0) {
            return OptionalInt.empty();
        }
        if (place.getAsInt() == 0 && target.steps() < 0) {
            return OptionalInt.of(needing(way(target)) & applied);
        }
        int kept = place.getAsInt();
        int next = only(all, node -> revisions.get(node).revises().stream().anyMatch(id -> has(kept, index(id))));
        return OptionalInt.of(needing(next & onBranch(target)) & applied);
    }

    /** The revisions that a target names. */
    OptionalInt place(Target target) {
        if (target.steps() != 0) {
            return map(lower(target), this::tops);
        }
        return symbol(target);
    }

    private OptionalInt symbol(Target target) {
        int branch = onBranch(target);
        switch (target.symbol()) {
            case "":
                int rows = only(applied, node -> (needing(1 << node) & applied) == 1 << node);
                if (target.branch().isEmpty()) {
                    return OptionalInt.of(rows);
                }
                int upward = applied & descendants(1 << find(target.branch()));
                return OptionalInt.of(upward == 0 ? rows & branch : tops(upward));
            case "base":
                return OptionalInt.of(0);
            case "head", "heads":
                int from = target.branch().isEmpty() ? all : descendants(1 << find(target.branch()));
                int heads = only(from, node -> descendants(1 << node) == 1 << node);
                boolean fits = target.symbol().equals("heads") || Integer.bitCount(heads) == 1;
                return fits ? OptionalInt.of(heads) : OptionalInt.empty();
            default:
                int named = 1 << find(target.symbol());
                return (named & branch) == 0 ? OptionalInt.empty() : OptionalInt.of(named);
        }
    }

    /** The only set of revisions of the way that N steps can leave below. */
    private OptionalInt lower(Target target) {
        if (!target.symbol().isEmpty() && symbol(target).isEmpty()) {
            return OptionalInt.empty();
        }
        int way = way(target);
        int size = target.steps() < 0 ? Integer.bitCount(way) + target.steps() : target.steps();
        OptionalInt found = OptionalInt.empty();
        for (int set = 0; set <= way; set++) {
            if ((set & ~way) == 0 && Integer.bitCount(set) == size && (needed(set) & way) == set) {
                if (found.isPresent()) {
                    return OptionalInt.empty();
                }
                found = OptionalInt.of(set);
            }
        }
        return found;
    }

    private int way(Target target) {
        int way;
        if (target.symbol().isEmpty()) {
            way = target.steps() < 0 ? applied : all & ~applied;
        } else {
            int from = symbol(target).orElseThrow();
            way = target.steps() < 0
                    ? ancestors(from)
                    : target.symbol().equals("base") ? all : descendants(from) & ~from;
        }
        return way & onBranch(target);
    }

    private int onBranch(Target target) {
        if (target.branch().isEmpty()) {
            return all;
        }
        int named = 1 << find(target.branch());
        return ancestors(named) | descendants(named);
    }

    private int tops(int set) {
        return only(set, node -> (descendants(1 << node) & set & childrenOrSelf(node)) == 1 << node);
    }

    private int childrenOrSelf(int parent) {
        String id = revisions.get(parent).id();
        return only(all, node -> node == parent || revisions.get(node).revises().contains(id));
    }

    private int ancestors(int set) {
        return union(set, ancestors);
    }

    int needed(int set) {
        return union(set, needs);
    }

    private int descendants(int set) {
        return only(all, node -> (ancestors[node] & set) != 0);
    }

    int needing(int set) {
        return only(all, node -> (needs[node] & set) != 0);
    }

    private int union(int set, int[] closures) {
        int union = 0;
        for (int node = 0; node < closures.length; node++) {
            union |= has(set, node) ? closures[node] : 0;
        }
        return union;
    }

    private int only(int set, java.util.function.IntPredicate wanted) {
        int only = 0;
        for (int node = 0; node < revisions.size(); node++) {
            only |= has(set, node) && wanted.test(node) ? 1 << node : 0;
        }
        return only;
    }

    private static boolean has(int set, int node) {
        return (set & 1 << node) != 0;
    }

    private static OptionalInt map(OptionalInt value, java.util.function.IntUnaryOperator operator) {
        return value.isEmpty() ? value : OptionalInt.of(operator.applyAsInt(value.getAsInt()));
    }

    private int[] closed(boolean withDependencies) {
        int[] closed = new int[revisions.size()];
        for (int round = 0; round <= revisions.size(); round++) {
            for (int node = 0; node < closed.length; node++) {
                closed[node] |= 1 << node;
                List<String> direct = new ArrayList<>(revisions.get(node).revises());
                if (withDependencies) {
                    direct.addAll(revisions.get(node).dependsOn());
                }
                for (String id : direct) {
                    closed[node] |= closed[index(id)];
                }
            }
        }
        return closed;
    }

    private int find(String name) {
        for (int node = 0; node < revisions.size(); node++) {
            if (revisions.get(node).branchLabels().contains(name)) {
                return node;
            }
        }
        return index(name);
    }

    private int index(String id) {
        for (int node = 0; node < revisions.size(); node++) {
            if (revisions.get(node).id().equals(id)) {
                return node;
            }
        }
        throw new AssertionError(id);
    }

    /** The ids of a set. */
    List<String> ids(int set) {
        List<String> ids = new ArrayList<>();
        for (int node = 0; node < revisions.size(); node++) {
            if (has(set, node)) {
                ids.add(revisions.get(node).id());
            }
        }
        return ids;
    }

    /** The set of some ids. */
    int set(List<String> ids) {
        return ids.stream().mapToInt(id -> 1 << index(id)).reduce(0, (a, b) -> a | b);
    }
}
