package dev.retort.diff;

import dev.retort.operation.RenameSequence;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names of relations that no object of a schema says: sequences of identity columns, indexes of partitions, foreign tables. What shall have such a name finds it taken. */
final class HeldNames {

    private static final Set<Extra.Kind> RELATIONS =
            EnumSet.of(Extra.Kind.PARTITION_INDEX, Extra.Kind.PARTITION, Extra.Kind.FOREIGN_TABLE);

    private HeldNames() {}

    /** All of them. */
    static Set<ObjectName> of(Schema schema) {
        Set<ObjectName> names = schema.extras().stream()
                .filter(e -> RELATIONS.contains(e.kind()))
                .map(Extra::name)
                .collect(Collectors.toSet());
        names.addAll(identities(schema).values());
        return names;
    }

    /** The sequences of identity columns, which have the name that the server chooses unless the catalog says another. */
    static Map<ColumnRef, ObjectName> identities(Schema schema) {
        Map<ColumnRef, ObjectName> names = new TreeMap<>();
        for (Table table : schema.allTables()) {
            table.columns().stream()
                    .filter(c -> c.identity() != null)
                    .forEach(c -> names.put(new ColumnRef(table.name(), c.name()), implied(table.name(), c.name())));
        }
        named(schema).forEach(names::replace);
        return names;
    }

    private static Map<ColumnRef, ObjectName> named(Schema schema) {
        Map<ColumnRef, ObjectName> names = new TreeMap<>();
        schema.extras().stream()
                .filter(e -> e.kind() == Extra.Kind.IDENTITY_NAME && e.table() != null)
                .forEach(e -> names.put(new ColumnRef(Objects.requireNonNull(e.table()), e.definition()), e.name()));
        return names;
    }

    private static ObjectName implied(ObjectName table, String identity) {
        return table.sibling(PostgresNames.make(table.name(), identity, "seq"));
    }

    /** Whether it is the name of an identity's sequence that something else of a model shall have: the identity has another one by then. */
    static boolean isLost(Extra extra, RelationNames names) {
        return extra.kind() == Extra.Kind.IDENTITY_NAME && names.isSaid(extra.name());
    }

    static void diff(Sides sides) {
        Map<ColumnRef, ObjectName> identities = identities(sides.from());
        boolean held = sides.from().extras().stream().anyMatch(e -> RELATIONS.contains(e.kind()));
        Map<ColumnRef, ObjectName> named = named(sides.to());
        if (identities.isEmpty() && named.isEmpty() && !held) {
            return;
        }
        RelationNames wanted = sides.impact().wanted();
        RelationNames there = RelationNames.of(sides.from());
        named.forEach((column, name) -> {
            ObjectName now = identities.getOrDefault(column, implied(column.table(), column.column()));
            // The way back of making room: what had the name goes, so the identity gets it again.
            if (!now.equals(name) && there.isSaid(name) && !there.isSaid(now) && !wanted.isSaid(now)) {
                sides.changes().add(Phase.PUT_BACK, new RenameSequence(now, name));
            }
        });
        identities.forEach((column, name) -> {
            // Where it is a relation's in the schema as it is, the identity has another name.
            if (wanted.isSaid(name) && !there.isSaid(name)) {
                makeRoom(column, name, sides);
            }
        });
        sides.from().extras().stream()
                .filter(e -> RELATIONS.contains(e.kind()) && wanted.isRelation(e.name()) && !there.isSaid(e.name()))
                .filter(e -> !goes(e, sides))
                .forEach(e -> told(e, sides.changes()));
    }

    /** An identity that stays has the name that the server would choose; one that goes steps aside. */
    private static void makeRoom(ColumnRef ref, ObjectName name, Sides sides) {
        Table table = sides.to().tables().get(ref.table());
        Column column = table == null ? null : table.column(ref.column()).orElse(null);
        if (column != null && column.identity() == null) {
            return; // It lets go of its sequence before anything is made.
        }
        ObjectName other;
        if (column == null) {
            sides.impact().asides().add(name);
            other = sides.impact().asides().of(name);
        } else {
            other = free(implied(ref.table(), column.name()), sides);
        }
        sides.changes().add(Phase.STEP_ASIDE, new RenameSequence(name, other));
    }

    /** The name, or with the first number under which nothing is and nothing shall be: what the server does too. */
    private static ObjectName free(ObjectName name, Sides sides) {
        RelationNames there = RelationNames.of(sides.from());
        Set<ObjectName> held = of(sides.from());
        ObjectName free = name;
        for (int number = 1; isTaken(free, there, held, sides); number++) {
            free = name.sibling(PostgresNames.clip(
                            name.name(),
                            PostgresNames.LONGEST - String.valueOf(number).length())
                    + number);
        }
        return free;
    }

    private static boolean isTaken(ObjectName name, RelationNames there, Set<ObjectName> held, Sides sides) {
        return sides.impact().wanted().isSaid(name) || there.isSaid(name) || held.contains(name);
    }

    /** Whether the index of a partition goes before, with that of its parent. */
    private static boolean goes(Extra extra, Sides sides) {
        return extra.kind() == Extra.Kind.PARTITION_INDEX
                && !extra.definition().isEmpty()
                && extra.table() != null
                && !RelationNames.of(sides.to())
                        .isSaid(sides.impact().root(extra.table()).sibling(extra.definition()));
    }

    private static void told(Extra extra, Changes changes) {
        ObjectName partition = extra.kind() == Extra.Kind.PARTITION_INDEX ? extra.table() : null;
        String kind = partition != null ? "INDEX " : extra.kind() == Extra.Kind.PARTITION ? "TABLE " : "FOREIGN TABLE ";
        changes.warn(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                extra.name().qualified(),
                "there is "
                        + (partition != null
                                ? "an index " + extra.name().display() + " of the partition " + partition.display()
                                : "a " + extra.kind().words() + " "
                                        + extra.name().display())
                        + ", which is not managed: what shall have that name cannot be made while it stands",
                "Before the upgrade run `ALTER " + kind + SqlText.name(extra.name()) + " RENAME TO "
                        + ReservedWords.quote(
                                PostgresNames.clip("old_" + extra.name().name(), PostgresNames.LONGEST))
                        + "`");
    }

    /**
     * Gives the sequence of a new identity another name than the server's choice, where something that is not there yet shall have that.
     *
     * @param made the tables that are there by then
     */
    static void chosen(ObjectName table, Column column, Set<ObjectName> made, Phase phase, Sides sides) {
        if (column.identity() == null) {
            return;
        }
        ObjectName name = implied(table, column.name());
        RelationNames wanted = sides.impact().wanted();
        boolean later = (wanted.tables().contains(name) && !made.contains(name))
                || wanted.indexes().contains(name);
        if (later
                && !RelationNames.of(sides.from()).isSaid(name)
                && !of(sides.from()).contains(name)) {
            sides.changes().add(phase, new RenameSequence(name, free(name, sides)));
        }
    }
}
