package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.util.List;

/**
 * What leads from one schema to another.
 *
 * @param operations in the order in which they run
 * @param warnings what no diff can know, sorted
 */
public record Difference(List<Operation> operations, List<Warning> warnings) {

    public Difference {
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
    }

    /** Whether nothing has to be done; warnings may still stand. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
