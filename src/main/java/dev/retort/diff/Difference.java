package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.util.List;

/**
 * What leads from one schema to another.
 *
 * @param operations in the order in which they run
 * @param warnings what no diff can know, sorted
 * @param doubts the same warnings with what is known of their causes, in no order
 */
public record Difference(List<Operation> operations, List<Warning> warnings, List<Doubt> doubts) {

    public Difference {
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
        doubts = List.copyOf(doubts);
    }

    /** A difference about which nothing more is known. */
    public Difference(List<Operation> operations, List<Warning> warnings) {
        this(operations, warnings, List.of());
    }

    /** What can be answered, of one kind. */
    public <G extends Gap> List<G> gaps(Class<G> kind) {
        return doubts.stream()
                .map(Doubt::gap)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Whether nothing has to be done; warnings may still stand. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
