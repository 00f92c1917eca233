package dev.retort.diff;

import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The partitioned tables of one or more states, and their indexes: PostgreSQL refuses a concurrent build there.
 *
 * @param names the tables and the indexes
 */
public record PartitionedTables(Set<ObjectName> names) {

    /** No table is partitioned. */
    public static final PartitionedTables NONE = new PartitionedTables(Set.of());

    public PartitionedTables {
        names = Set.copyOf(names);
    }

    /** Those of any of the states. */
    public static PartitionedTables in(Schema... states) {
        Set<ObjectName> names = new HashSet<>();
        for (Schema state : states) {
            for (Table table : state.allTables()) {
                if (table.options() != null && !table.options().partitionKey().isEmpty()) {
                    names.add(table.name());
                    table.indexes().stream()
                            .map(Index::name)
                            .filter(Objects::nonNull)
                            .forEach(index -> names.add(table.name().sibling(index)));
                }
            }
        }
        return new PartitionedTables(names);
    }

    /** Whether a table is partitioned, or an index is one of such a table. */
    boolean contains(ObjectName name) {
        return names.contains(name);
    }
}
