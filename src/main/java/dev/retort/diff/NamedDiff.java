package dev.retort.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two collections of named things set against each other.
 *
 * @param dropped those of the first that the second has not, or has otherwise
 * @param added those of the second that the first has not, or has otherwise
 * @param kept pairs that stay, of the same name
 */
record NamedDiff<T>(List<T> dropped, List<T> added, List<Pair<T>> kept) {

    /** The same thing on both sides. */
    record Pair<T>(T from, T to) {}

    static <T> NamedDiff<T> of(
            Collection<T> from, Collection<T> to, Function<T, @Nullable String> name, BiPredicate<T, T> stays) {
        Map<String, T> targets = new HashMap<>();
        to.forEach(t -> targets.put(String.valueOf(name.apply(t)), t));
        List<T> dropped = new ArrayList<>();
        List<Pair<T>> kept = new ArrayList<>();
        Set<String> stay = new HashSet<>();
        for (T is : from) {
            String key = String.valueOf(name.apply(is));
            T shall = targets.get(key);
            if (shall != null && stays.test(is, shall)) {
                kept.add(new Pair<>(is, shall));
                stay.add(key);
            } else {
                dropped.add(is);
            }
        }
        List<T> added = to.stream()
                .filter(t -> !stay.contains(String.valueOf(name.apply(t))))
                .collect(Collectors.toCollection(ArrayList::new));
        return new NamedDiff<>(dropped, added, kept);
    }

    /** Pairs of a dropped and an added thing that are the same under two names, each thing in one pair at most. */
    List<Pair<T>> renamed(Function<T, @Nullable String> name, Function<T, ?> definition) {
        Set<String> before =
                dropped.stream().map(d -> String.valueOf(name.apply(d))).collect(Collectors.toSet());
        Set<String> after =
                added.stream().map(a -> String.valueOf(name.apply(a))).collect(Collectors.toSet());
        Map<Object, List<T>> candidates = new HashMap<>();
        added.stream()
                .filter(a -> !before.contains(String.valueOf(name.apply(a))))
                .forEach(a -> candidates
                        .computeIfAbsent(definition.apply(a), k -> new ArrayList<>())
                        .add(a));
        List<Pair<T>> pairs = new ArrayList<>();
        for (T is : dropped) {
            List<T> same = candidates.getOrDefault(definition.apply(is), List.of());
            if (!same.isEmpty() && !after.contains(String.valueOf(name.apply(is)))) {
                pairs.add(new Pair<>(is, same.remove(0)));
            }
        }
        return pairs;
    }
}
