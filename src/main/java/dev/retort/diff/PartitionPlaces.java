package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PartitionDefinition;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Names that are a partition's on one side and a table's on the other. Creating the table fails, as the name is taken, and dropping it would take the rows
 * that the other side keeps in a partition: such a table is told and left as it is.
 *
 * @param from the schema as it is, without such tables
 * @param to the schema as it shall be, without them
 * @param leave the partitions that are tables in the schema as it shall be
 * @param join the partitions of the schema as it shall be that are tables now
 */
record PartitionPlaces(Schema from, Schema to, SortedMap<ObjectName, Extra> leave, SortedMap<ObjectName, Extra> join) {

    private static final String RULE = "different-partition";

    /** Finds them. */
    static PartitionPlaces find(Schema from, Schema to) {
        SortedMap<ObjectName, Extra> leave = partitions(from, to);
        SortedMap<ObjectName, Extra> join = partitions(to, from);
        return leave.isEmpty() && join.isEmpty()
                ? new PartitionPlaces(from, to, leave, join)
                : new PartitionPlaces(
                        without(from, leave.keySet(), join.keySet(), to),
                        without(to, join.keySet(), leave.keySet(), from),
                        leave,
                        join);
    }

    /** Says what stays, and how it becomes the other. */
    void tell(Changes changes) {
        leave.forEach((name, partition) -> changes.warn(
                RULE,
                Warning.Level.WARNING,
                name.qualified(),
                name.display() + " is a partition, and a table of its own on the other side: it stays a partition",
                cure(
                        partition,
                        "Where it shall be a table",
                        d -> d.parent() + " DETACH PARTITION " + SqlText.name(name))));
        join.forEach((name, partition) -> changes.warn(
                RULE,
                Warning.Level.WARNING,
                name.qualified(),
                name.display() + " is a table of its own, and a partition on the other side: it stays a table",
                cure(
                        partition,
                        "Where it shall be a partition",
                        d -> d.parent() + " ATTACH PARTITION " + SqlText.name(name) + " " + d.bounds())));
    }

    private static String cure(Extra partition, String where, Function<PartitionDefinition, String> rest) {
        return where + ", write `" + SqlText.call("ALTER TABLE " + rest.apply(PartitionDefinition.of(partition))) + "`";
    }

    /** The partitions of one side whose names are tables' on the other. */
    private static SortedMap<ObjectName, Extra> partitions(Schema side, Schema other) {
        SortedMap<ObjectName, Extra> found = new TreeMap<>();
        side.extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION)
                .filter(e ->
                        other.tables().containsKey(e.name()) && !side.tables().containsKey(e.name()))
                .forEach(e -> found.put(e.name(), e));
        return found;
    }

    /** The side without the tables, their sequences and what hangs on them, and without the partitions that are tables on the other side. */
    private static Schema without(Schema side, Set<ObjectName> partitions, Set<ObjectName> tables, Schema other) {
        Set<ObjectName> gone = new HashSet<>(tables);
        for (Sequence sequence : side.sequences().values()) {
            ColumnRef owner = sequence.ownedBy();
            if (owner != null
                    && tables.contains(owner.table())
                    && !other.sequences().containsKey(sequence.name())) {
                gone.add(sequence.name());
            }
        }
        SchemaBuilder left = side.toBuilder().without(gone).withoutExtras();
        side.extras().stream()
                .filter(e -> e.kind() != Extra.Kind.PARTITION || !partitions.contains(e.name()))
                .filter(e -> e.table() == null || !tables.contains(e.table()))
                .forEach(left::extra);
        return left.build();
    }
}
