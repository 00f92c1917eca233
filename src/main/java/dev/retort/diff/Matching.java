package dev.retort.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which wanted thing is which actual one, one to one: a stated name first, then what each is, strictly and ever more loosely.
 *
 * @param counterparts the actual thing by the place of the wanted one
 * @param left the actual things that nothing wants
 */
record Matching<T>(Map<Integer, T> counterparts, List<T> left) {

    /** Matches by name, then what is unnamed by each key in turn. */
    static <T> Matching<T> of(
            List<T> wanted, List<T> actual, Function<T, @Nullable String> name, List<Function<T, Object>> keys) {
        Map<Integer, T> counterparts = new HashMap<>();
        Map<Integer, T> left = new LinkedHashMap<>();
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            left.put(i, actual.get(i));
            byName.put(String.valueOf(name.apply(actual.get(i))), i);
        }
        for (int i = 0; i < wanted.size(); i++) {
            String stated = name.apply(wanted.get(i));
            Integer same = stated == null ? null : byName.get(stated);
            if (same != null && left.containsKey(same)) {
                counterparts.put(i, Objects.requireNonNull(left.remove(same)));
            }
        }
        keys.forEach(key -> byKey(wanted, name, key, counterparts, left));
        return new Matching<>(counterparts, List.copyOf(left.values()));
    }

    private static <T> void byKey(
            List<T> wanted,
            Function<T, @Nullable String> name,
            Function<T, Object> key,
            Map<Integer, T> counterparts,
            Map<Integer, T> left) {
        Map<Object, Deque<Integer>> candidates = new HashMap<>();
        left.forEach((i, thing) -> candidates
                .computeIfAbsent(key.apply(thing), k -> new ArrayDeque<>())
                .add(i));
        for (int i = 0; i < wanted.size(); i++) {
            T thing = wanted.get(i);
            if (name.apply(thing) == null && !counterparts.containsKey(i)) {
                Integer match = candidates
                        .getOrDefault(key.apply(thing), new ArrayDeque<>())
                        .poll();
                if (match != null) {
                    counterparts.put(i, Objects.requireNonNull(left.remove(match)));
                }
            }
        }
    }
}
