package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects operations by phase, and warnings; within a phase the order is that of the calls, which is deterministic. */
final class Changes {

    private final Map<Phase, List<Operation>> byPhase = new EnumMap<>(Phase.class);
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<String, ObjectName> kept = new LinkedHashMap<>();
    private int added;
    private final OldNames old;

    /** Collects, for a schema that has been renamed already. */
    Changes(OldNames old) {
        this.old = old;
    }

    /** Adds it once, behind all that is there. */
    void addLast(Phase phase, Operation operation) {
        byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).removeIf(operation::equals);
        add(phase, operation);
    }

    /** Asks for the rows of a table, by its new name. */
    RowQuestions rows(ObjectName table) {
        return new RowQuestions(table, old);
    }

    /** The names from before the renames. */
    OldNames old() {
        return old;
    }

    /** The table that the cures keep the rows or values of something in: the same one whenever it is asked for. */
    ObjectName kept(String what, Supplier<ObjectName> fresh) {
        ObjectName name = kept.get(what);
        if (name == null) {
            name = fresh.get();
            kept.put(what, name);
        }
        return name;
    }

    /** The tables that the cures make so far. */
    Collection<ObjectName> kept() {
        return kept.values();
    }

    void add(Phase phase, Operation operation) {
        added++;
        byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).add(operation);
    }

    /** Puts what a phase has so far in another order; what is alike stays in that of the calls. */
    void sort(Phase phase, Comparator<Operation> order) {
        byPhase.getOrDefault(phase, new ArrayList<>()).sort(order);
    }

    void warn(String rule, Warning.Level level, String object, String message, String cure) {
        warn(rule, level, List.of(object), message, cure);
    }

    /** How many operations there are so far. */
    int added() {
        return added;
    }

    void warn(String rule, Warning.Level level, List<String> objects, String message, String cure) {
        doubt(new Warning(rule, level, objects, message, cure), null, null);
    }

    /** A pair that is worth a question where somebody is there to answer. */
    void candidate(RenameCandidate candidate) {
        doubts.add(new Doubt(null, null, candidate));
    }

    /** What follows from the keys unless somebody says otherwise. */
    void grown(GrownReference reference) {
        doubts.add(new Doubt(null, null, reference));
    }

    void doubt(Warning warning, @Nullable RowQuestion rows, @Nullable Gap gap) {
        doubts.add(new Doubt(warning, rows, gap));
    }

    Difference difference() {
        List<Operation> operations = new ArrayList<>();
        byPhase.values().forEach(operations::addAll);
        List<Doubt> all = RenamedNotFilled.advise(MovedValues.advise(StyleHint.collapse(doubts)));
        return new Difference(operations, sorted(all), all);
    }

    /** Sorted by rule and objects; two with different texts about the same objects both stay. */
    private static List<Warning> sorted(List<Doubt> doubts) {
        return doubts.stream()
                .flatMap(d -> Stream.ofNullable(d.warning()))
                .distinct()
                .sorted(Comparator.<Warning>naturalOrder().thenComparing(Warning::message))
                .toList();
    }
}
