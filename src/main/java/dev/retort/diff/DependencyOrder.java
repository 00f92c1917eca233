package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Things in the order of what they need, ties by name.
 *
 * @param order what is needed first
 * @param broken those whose needs could not all come before them, because they lie on a cycle
 */
record DependencyOrder<T extends Comparable<T>>(List<T> order, Set<T> broken) {

    /** Orders the keys by what each needs; needs that are no keys, and a need of oneself, do not count. */
    static <T extends Comparable<T>> DependencyOrder<T> of(SortedMap<T, Set<T>> needs) {
        Map<T, Integer> open = new HashMap<>();
        Map<T, List<T>> neededBy = new HashMap<>();
        needs.forEach((thing, all) -> {
            int count = 0;
            for (T need : all) {
                if (!need.equals(thing) && needs.containsKey(need)) {
                    neededBy.computeIfAbsent(need, n -> new ArrayList<>()).add(thing);
                    count++;
                }
            }
            open.put(thing, count);
        });
        TreeSet<T> ready = new TreeSet<>();
        TreeSet<T> waiting = new TreeSet<>();
        open.forEach((thing, count) -> (count == 0 ? ready : waiting).add(thing));
        List<T> order = new ArrayList<>(needs.size());
        Set<T> broken = new TreeSet<>();
        while (!ready.isEmpty() || !waiting.isEmpty()) {
            T next = ready.pollFirst();
            if (next == null) {
                next = onCycle(waiting, needs);
                waiting.remove(next);
                broken.add(next);
            }
            order.add(next);
            for (T dependent : neededBy.getOrDefault(next, List.of())) {
                if (open.merge(dependent, -1, Integer::sum) == 0 && waiting.remove(dependent)) {
                    ready.add(dependent);
                }
            }
        }
        return new DependencyOrder<>(order, broken);
    }

    /** Walks along the needs until it comes back to where it was. */
    private static <T extends Comparable<T>> T onCycle(TreeSet<T> waiting, SortedMap<T, Set<T>> needs) {
        Set<T> seen = new TreeSet<>();
        T here = waiting.first();
        while (seen.add(here)) {
            T now = here;
            here = needs.getOrDefault(now, Set.of()).stream()
                    .filter(n -> !n.equals(now) && waiting.contains(n))
                    .sorted()
                    .findFirst()
                    .orElse(now);
        }
        return here;
    }
}
