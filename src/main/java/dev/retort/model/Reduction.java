package dev.retort.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest of many things that still make a test fail, by halves and their complements (delta debugging, Zeller and Hildebrandt 2002): for one
 * culprit the number of trials grows with the logarithm of the number of things.
 */
final class Reduction<T> {

    private final Predicate<List<T>> fails;
    private int trials;

    /**
     * A reduction.
     *
     * @param fails whether it fails in the same way with these things alone
     * @param trials the most trials; after them the answer is what has been reached
     */
    Reduction(Predicate<List<T>> fails, int trials) {
        this.fails = fails;
        this.trials = trials;
    }

    /** The fewest of these things, which together fail. */
    List<T> of(List<T> all) {
        List<T> failing = all;
        int parts = 2;
        while (failing.size() > 1) {
            List<T> smaller = smaller(failing, Math.min(parts, failing.size()));
            if (smaller != null) {
                parts = smaller.size() < failing.size() / 2 + 1 ? 2 : Math.max(parts - 1, 2);
                failing = smaller;
            } else if (parts >= failing.size() || trials <= 0) {
                return failing;
            } else {
                parts *= 2;
            }
        }
        return failing;
    }

    private @Nullable List<T> smaller(List<T> failing, int parts) {
        List<List<T>> candidates = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            candidates.add(failing.subList(failing.size() * i / parts, failing.size() * (i + 1) / parts));
        }
        if (parts > 2) {
            for (int i = 0; i < parts; i++) {
                List<T> rest = new ArrayList<>(failing.subList(0, failing.size() * i / parts));
                rest.addAll(failing.subList(failing.size() * (i + 1) / parts, failing.size()));
                candidates.add(rest);
            }
        }
        for (List<T> candidate : candidates) {
            if (trials-- > 0 && fails.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
