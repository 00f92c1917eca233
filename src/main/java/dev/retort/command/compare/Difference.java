package dev.retort.command.compare;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateCast;
import dev.retort.operation.Operation;
import dev.retort.sql.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person counts as one difference: an operation, or the two that drop an object and make another of its kind and name.
 *
 * @param operation the operation; of two, the one that makes
 * @param kind what the operations are together
 * @param before what is there now: the definition of what is dropped, or what changes in place, in words; null where it would say no more than the operation
 * @param after the definition of what is made in its stead; null likewise
 */
public record Difference(
        Operation operation,
        Kind kind,
        @Nullable String before,
        @Nullable String after) {

    private static final Map<String, String> MAKES = Map.of(
            "add_constraint", "drop_constraint",
            "create_index", "drop_index",
            "create_view", "drop_view",
            "create_cast", "drop_cast");

    private static final Set<String> DROPS = Set.copyOf(MAKES.values());

    /** What operations are together. */
    public enum Kind {
        /** One operation by itself. */
        SINGLE,
        /** An object that gets another definition. */
        CHANGED,
        /** An object that is dropped and made again as it was, as it stands in the way of another change: no difference. */
        PUT_BACK
    }

    /** The differences of a comparison, in the order of the operations that make; each operation belongs to one of them. */
    public static List<Difference> of(Comparison comparison) {
        Set<String> replaced = keys(comparison, Difference::drops);
        replaced.retainAll(keys(comparison, Difference::makes));
        replaced.removeAll(helpers(comparison));
        Map<String, Operation> back = new HashMap<>();
        comparison.down().stream()
                .filter(operation -> !drops(operation))
                .forEach(operation -> back.putIfAbsent(key(operation), operation));
        Set<String> rebuilt = comparison.allWarnings().stream()
                .filter(warning -> warning.rule().equals("view-rebuild"))
                .flatMap(warning -> warning.objects().stream())
                .collect(Collectors.toSet());
        List<Difference> differences = new ArrayList<>();
        for (Operation operation : comparison.up()) {
            Operation was = back.get(key(operation));
            if (!replaced.contains(key(operation))) {
                differences.add(single(operation, was));
            } else if (makes(operation)) {
                differences.add(replaced(operation, was, rebuilt));
            }
        }
        return differences;
    }

    /** What is made before it is dropped is there for the other steps alone, and changes nothing that was there. */
    private static Set<String> helpers(Comparison comparison) {
        Set<String> made = new HashSet<>();
        Set<String> dropped = new HashSet<>();
        for (Operation operation : comparison.up()) {
            if (drops(operation)) {
                dropped.add(key(operation));
            } else if (makes(operation) && !dropped.contains(key(operation))) {
                made.add(key(operation));
            }
        }
        return made;
    }

    private static Set<String> keys(Comparison comparison, Predicate<Operation> which) {
        return comparison.up().stream()
                .filter(which)
                .map(Difference::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many differences there are; what is put back is none. */
    public static int count(Comparison comparison) {
        return (int) of(comparison).stream()
                .filter(difference -> difference.kind() != Kind.PUT_BACK)
                .count();
    }

    /** One line for people, such as {@code change check price_positive on product} or {@code alter column product.name: type text, was type integer}. */
    public String summary() {
        return switch (kind) {
            case SINGLE -> operation.summary() + (before == null ? "" : ", was " + before);
            case CHANGED -> "change " + name();
            case PUT_BACK -> "put back " + name();
        };
    }

    private String name() {
        if (operation instanceof AddConstraint add) {
            // The definitions follow, and say the rest.
            return add.label() + " on " + add.table().display();
        }
        return operation.summary().substring(operation.summary().indexOf(' ') + 1);
    }

    /** A change in place says in words what it changes; that of the way back says what is there. */
    private static Difference single(Operation now, @Nullable Operation was) {
        String before = null;
        if (now instanceof AlterColumn && was instanceof AlterColumn column) {
            before = ColumnChange.words(column.changes());
        } else if (now instanceof AlterSequence && was instanceof AlterSequence sequence) {
            before = sequence.words();
        }
        return new Difference(now, Kind.SINGLE, before, null);
    }

    /** The texts of one view differ between a model and a database, so the differ's word is taken for it; a cast has no definition beyond its types. */
    private static Difference replaced(Operation now, @Nullable Operation was, Set<String> rebuilt) {
        if (now.equals(was) || now instanceof CreateCast || rebuilt.contains(now.object())) {
            return new Difference(now, Kind.PUT_BACK, null, null);
        }
        return new Difference(
                now,
                Kind.CHANGED,
                was == null ? null : Definition.of(was).orElse(null),
                Definition.of(now).orElse(null));
    }

    private static boolean drops(Operation operation) {
        return DROPS.contains(operation.kind());
    }

    private static boolean makes(Operation operation) {
        return MAKES.containsKey(operation.kind());
    }

    /** Both operations of one object have the same. */
    private static String key(Operation operation) {
        return MAKES.getOrDefault(operation.kind(), operation.kind()) + " " + operation.object();
    }
}
