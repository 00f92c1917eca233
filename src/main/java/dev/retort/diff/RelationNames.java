package dev.retort.diff;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that the target needs for its indexes, sequences and types. Tables are dropped late, so what they hold of these names has to go first.
 *
 * @param tables the names of tables and views
 * @param indexes the names of indexes and of the constraints that are indexes
 * @param others the names of sequences and types
 * @param types those of them that are no relations
 * @param identities the names of the sequences of identity columns
 */
record RelationNames(
        Set<ObjectName> tables,
        Set<ObjectName> indexes,
        Set<ObjectName> others,
        Set<ObjectName> types,
        Set<ObjectName> identities) {

    static RelationNames of(Schema schema) {
        Set<ObjectName> indexes = new HashSet<>();
        for (Table table : schema.allTables()) {
            table.indexes().forEach(i -> indexes.add(table.name().sibling(String.valueOf(i.name()))));
            indexed(table).forEach(c -> indexes.add(table.name().sibling(String.valueOf(c.name()))));
        }
        Set<ObjectName> others = new HashSet<>(schema.sequences().keySet());
        others.addAll(schema.composites().keySet());
        Set<ObjectName> types = new HashSet<>(schema.enums().keySet());
        types.addAll(schema.domains().keySet());
        others.addAll(types);
        schema.views().values().forEach(v -> v.indexes()
                .forEach(i -> indexes.add(v.name().sibling(String.valueOf(i.name())))));
        Set<ObjectName> tables = new HashSet<>(schema.tables().keySet());
        tables.addAll(schema.views().keySet());
        return new RelationNames(
                tables,
                indexes,
                others,
                types,
                Set.copyOf(HeldNames.identities(schema).values()));
    }

    /** Whether anything of the target has the name. */
    boolean isTaken(ObjectName name) {
        return isSaid(name) || identities.contains(name);
    }

    /** Whether anything has the name but the sequence of an identity. */
    boolean isSaid(ObjectName name) {
        return tables.contains(name) || indexes.contains(name) || others.contains(name);
    }

    /** Whether a table, view, index, sequence or composite type has the name. */
    boolean isRelation(ObjectName name) {
        return isSaid(name) && !types.contains(name);
    }

    /** Whether an index, a sequence or a type of the target has the name of this table. */
    boolean holdsOther(ObjectName table) {
        return indexes.contains(table) || others.contains(table) || identities.contains(table);
    }

    /** Drops what the table has under a name that the target needs. */
    void freeNames(Table table, Changes changes) {
        for (Index index : table.indexes()) {
            ObjectName name = table.name().sibling(String.valueOf(index.name()));
            if (isTaken(name)) {
                changes.add(Phase.DROP_INDEX, new DropIndex(name, false));
            }
        }
        for (Constraint constraint : indexed(table)) {
            if (isTaken(table.name().sibling(String.valueOf(constraint.name())))) {
                changes.add(Phase.DROP_CONSTRAINT, new DropConstraint(table.name(), String.valueOf(constraint.name())));
            }
        }
    }

    /** Whether the foreign key rests on something of a dropped table that goes before the tables go. */
    boolean frees(ForeignKey key, Schema from) {
        Table target = from.tables().get(key.target());
        if (target == null) {
            return false;
        }
        Set<String> columns = Set.copyOf(key.targetColumns());
        return indexed(target).stream()
                        .filter(c -> columns(c).equals(columns))
                        .anyMatch(c -> isTaken(target.name().sibling(String.valueOf(c.name()))))
                || target.indexes().stream()
                        .filter(i ->
                                i.unique() && Set.copyOf(IndexDiffer.columns(i)).equals(columns))
                        .anyMatch(i -> isTaken(target.name().sibling(String.valueOf(i.name()))));
    }

    private static Set<String> columns(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                ? Set.copyOf(key.columns())
                : constraint instanceof Unique unique ? Set.copyOf(unique.columns()) : Set.of();
    }

    private static List<Constraint> indexed(Table table) {
        List<Constraint> all = new ArrayList<>(table.uniques());
        all.addAll(table.exclusions());
        if (table.primaryKey() != null) {
            all.add(table.primaryKey());
        }
        return all;
    }
}
