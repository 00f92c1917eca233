package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects operations by phase, and warnings; within a phase the order is that of the calls, which is deterministic. */
final class Changes {

    private final Map<Phase, List<Operation>> byPhase = new EnumMap<>(Phase.class);
    private final List<Warning> warnings = new ArrayList<>();

    void add(Phase phase, Operation operation) {
        byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).add(operation);
    }

    void warn(String rule, Warning.Level level, String object, String message, String cure) {
        warn(rule, level, List.of(object), message, cure);
    }

    void warn(String rule, Warning.Level level, List<String> objects, String message, String cure) {
        warnings.add(new Warning(rule, level, objects, message, cure));
    }

    Difference difference() {
        List<Operation> operations = new ArrayList<>();
        byPhase.values().forEach(operations::addAll);
        return new Difference(operations, sorted());
    }

    /** Sorted by rule and objects; two with different texts about the same objects both stay. */
    private List<Warning> sorted() {
        List<Warning> distinct = new ArrayList<>(warnings.stream().distinct().toList());
        distinct.sort(Comparator.<Warning>naturalOrder().thenComparing(Warning::message));
        return distinct;
    }
}
