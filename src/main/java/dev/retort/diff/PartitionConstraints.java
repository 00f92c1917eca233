package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks and {@code NOT NULL}s that partitions have for themselves. One of the parent takes their place, if it says the same, and when it goes it takes them along:
 * a check on every server, a {@code NOT NULL} before PostgreSQL 18.
 */
final class PartitionConstraints {

    static final String RULE = "partition-constraint";

    private final Sides sides;

    /** The partitioned table by its partitions, of any depth. */
    private final Map<ObjectName, ObjectName> roots = new HashMap<>();

    private PartitionConstraints(Sides sides) {
        this.sides = sides;
        Stream.of(sides.from(), sides.to())
                .flatMap(schema -> schema.extras().stream())
                .filter(e -> e.kind() == Extra.Kind.PARTITION && e.table() != null)
                .forEach(e -> roots.put(e.name(), Objects.requireNonNull(e.table())));
    }

    static void diff(Sides sides) {
        if (Stream.of(sides.from(), sides.to())
                .flatMap(schema -> schema.extras().stream())
                .noneMatch(Attached::isOfPartition)) {
            return;
        }
        PartitionConstraints constraints = new PartitionConstraints(sides);
        sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION_CHECK)
                .forEach(constraints::inTheWay);
        sides.to().extras().forEach(constraints::comesAgain);
    }

    private Optional<Table> root(Extra part, Map<ObjectName, Table> tables) {
        ObjectName root = part.table() == null ? null : roots.get(part.table());
        return root == null ? Optional.empty() : Optional.ofNullable(tables.get(root));
    }

    private static Optional<Check> check(Table table, Extra part) {
        return table.checks().stream()
                .filter(c -> part.name().name().equals(c.name()))
                .findFirst();
    }

    /** A check that the parent shall have under the name of another one of the partition. */
    private void inTheWay(Extra part) {
        Optional<Table> shall = root(part, sides.to().tables());
        Optional<Table> is = root(part, sides.from().tables());
        Optional<Check> wanted = shall.flatMap(t -> check(t, part));
        if (is.isEmpty() || wanted.isEmpty() || merges(part, wanted.get())) {
            return;
        }
        ObjectName partition = Objects.requireNonNull(part.table());
        String name = part.name().name();
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.ERROR,
                        List.of(partition.qualified(), name),
                        "the partition " + partition.display() + " has a check " + name + " of its own, "
                                + part.definition()
                                + ", and " + is.get().name().display()
                                + " gets another one of that name: adding it fails while both are called the same",
                        "Before it run `ALTER TABLE " + SqlText.name(partition) + " RENAME CONSTRAINT "
                                + ReservedWords.quote(name) + " TO "
                                + ReservedWords.quote(PostgresNames.clip(name, PostgresNames.LONGEST - 4) + "_own")
                                + "`");
    }

    /** PostgreSQL makes one of the two where they say the same, and both hold for all rows there are. */
    private static boolean merges(Extra part, Check wanted) {
        String definition = part.definition();
        return definition.startsWith("CHECK (")
                && definition.endsWith(")")
                && !wanted.noInherit()
                && Expression.of(definition.substring("CHECK (".length(), definition.length() - 1))
                        .equals(wanted.expression());
    }

    /** What the partition shall have for itself once its parent has it no longer. */
    private void comesAgain(Extra part) {
        Optional<Table> is = root(part, sides.from().tables());
        Optional<Table> shall = root(part, sides.to().tables());
        if (is.isEmpty() || shall.isEmpty()) {
            return;
        }
        String name = part.name().name();
        if (part.kind() == Extra.Kind.PARTITION_CHECK
                && check(is.get(), part).isPresent()
                && check(shall.get(), part).isEmpty()) {
            sides.changes().add(Phase.ADD_CHECK, new Execute(Attached.ofPartition(part)));
        } else if (part.kind() == Extra.Kind.PARTITION_NOT_NULL && becomesNullable(is.get(), shall.get(), name)) {
            sides.changes().add(Phase.ALTER_CHILD_COLUMN, new Execute(Attached.ofPartition(part)));
        }
    }

    private static boolean becomesNullable(Table is, Table shall, String column) {
        return is.column(column).filter(c -> !c.nullable()).isPresent()
                && shall.column(column).filter(Column::nullable).isPresent();
    }

    /** Whether a partition of a table has its {@code NOT NULL} of a column under another name. */
    static boolean isCalledOtherwise(ObjectName root, String column, String name, Schema schema) {
        Set<ObjectName> partitions = schema.extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION && root.equals(e.table()))
                .map(Extra::name)
                .collect(Collectors.toSet());
        return schema.extras().stream()
                .anyMatch(e -> e.kind() == Extra.Kind.PARTITION_NOT_NULL
                        && partitions.contains(e.table())
                        && e.name().name().equals(column)
                        && !e.definition().equals(name));
    }
}
