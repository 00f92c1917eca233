package dev.retort.diff;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Says of a constraint or index that goes when another one of the table does the same and stays: Hibernate's {@code update} leaves such twins. */
public final class Duplicates {

    private final Set<String> dropped = new HashSet<>();

    private Duplicates() {}

    /** The remarks on the operations that drop a twin. */
    public static List<Warning> among(List<? extends Operation> operations, Schema actual) {
        Duplicates duplicates = new Duplicates();
        Map<String, Table> byIndex = new HashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof DropConstraint || operation instanceof DropIndex) {
                duplicates.dropped.add(operation.object());
            }
            if (operation instanceof DropIndex && byIndex.isEmpty()) {
                actual.allTables().forEach(table -> table.indexes()
                        .forEach(index -> byIndex.put(qualified(table, index), table)));
            }
        }
        List<Warning> warnings = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof DropConstraint drop) {
                actual.table(drop.table())
                        .flatMap(table -> duplicates.twinOf(table, drop.name()))
                        .ifPresent(twin -> warnings.add(warning(operation, drop.name(), twin)));
            } else if (operation instanceof DropIndex drop) {
                Optional.ofNullable(byIndex.get(drop.index().qualified()))
                        .flatMap(table ->
                                duplicates.twinOfIndex(table, drop.index().name()))
                        .ifPresent(twin ->
                                warnings.add(warning(operation, drop.index().name(), twin)));
            }
        }
        return warnings;
    }

    private static Warning warning(Operation operation, String name, String twin) {
        return new Warning(
                "duplicate-constraint",
                Warning.Level.INFO,
                List.of(operation.object()),
                name + " does what " + twin + " does, which stays; Hibernate's hbm2ddl.auto=update leaves such twins",
                "");
    }

    private Optional<String> twinOf(Table table, String name) {
        for (Constraint constraint : table.constraints()) {
            if (name.equals(constraint.name())) {
                return table.constraints().stream()
                        .filter(other -> !name.equals(other.name()) && stays(table, other))
                        .filter(other -> same(constraint, other))
                        .map(other -> String.valueOf(other.name()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private boolean stays(Table table, Constraint constraint) {
        return !dropped.contains(table.name().qualified() + "." + constraint.name());
    }

    private static boolean same(Constraint one, Constraint other) {
        if (one instanceof Unique unique && other instanceof Unique another) {
            return new HashSet<>(unique.columns()).equals(new HashSet<>(another.columns()));
        }
        return one instanceof ForeignKey key
                && other instanceof ForeignKey another
                && key.target().equals(another.target())
                && key.columns().equals(another.columns())
                && key.targetColumns().equals(another.targetColumns());
    }

    private Optional<String> twinOfIndex(Table table, String name) {
        for (Index index : table.indexes()) {
            if (name.equals(index.name())) {
                return table.indexes().stream()
                        .filter(other -> !name.equals(other.name()) && !dropped.contains(qualified(table, other)))
                        .filter(other -> other.withName(name).equals(index))
                        .map(other -> Objects.requireNonNull(other.name()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static String qualified(Table table, Index index) {
        return table.name().sibling(String.valueOf(index.name())).qualified();
    }
}
