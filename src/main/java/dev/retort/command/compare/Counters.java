package dev.retort.command.compare;

import dev.retort.model.Model;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Provenance;
import dev.retort.schema.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the model counts keys with.
 *
 * @param bySequence the keys by the sequence
 */
record Counters(Map<ObjectName, Set<ColumnRef>> bySequence) {

    static Counters of(Model model) {
        Map<ObjectName, Set<ColumnRef>> sequences = new TreeMap<>();
        for (ObjectName sequence : model.schema().sequences().keySet()) {
            model.provenance()
                    .of(sequence)
                    .map(origins -> columns(model, Set.of(origins.split(", "))))
                    .filter(columns -> !columns.isEmpty())
                    .ifPresent(columns -> sequences.put(sequence, columns));
        }
        return new Counters(sequences);
    }

    /** The key columns behind attributes; not those that take their values from another table. */
    static Set<ColumnRef> columns(Model model, Set<String> origins) {
        Provenance provenance = model.provenance();
        Set<ColumnRef> columns = new TreeSet<>();
        provenance.columns().forEach((ref, origin) -> {
            Table table = model.schema().tables().get(ref.table());
            if (origins.contains(origin)
                    && table != null
                    && table.primaryKey() != null
                    && table.primaryKey().columns().contains(ref.column())
                    && table.foreignKeys().stream()
                            .noneMatch(key -> key.columns().contains(ref.column()))) {
                columns.add(ref);
            }
        });
        return columns;
    }
}
