package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The order in which tables get their new columns where these are filled: what a new foreign key refers to comes first, because the value of its column is
 * taken from there.
 */
final class FillOrder {

    private FillOrder() {}

    /** The operations, those that add columns to a filled table behind those that they may read. */
    static List<Operation> of(List<Operation> operations, Set<RequiredColumn> filled) {
        Set<ObjectName> fresh = filled.stream()
                .filter(RequiredColumn::fresh)
                .map(RequiredColumn::table)
                .collect(Collectors.toCollection(TreeSet::new));
        // A value may be taken from a column that another table gets without being filled.
        fresh.addAll(targets(operations, fresh));
        SortedMap<ObjectName, Set<ObjectName>> needs = needs(operations, fresh);
        if (needs.values().stream().allMatch(Set::isEmpty)) {
            return operations;
        }
        List<ObjectName> order = DependencyOrder.of(needs).order();
        SortedMap<ObjectName, List<Operation>> columns = new TreeMap<>();
        operations.forEach(operation -> {
            if (isOf(operation, fresh)) {
                columns.computeIfAbsent(((AddColumn) operation).table(), t -> new ArrayList<>())
                        .add(operation);
            }
        });
        List<Operation> ordered = new ArrayList<>();
        for (Operation operation : operations) {
            if (!isOf(operation, fresh)) {
                ordered.add(operation);
            } else if (!columns.isEmpty()) {
                order.forEach(table -> ordered.addAll(columns.getOrDefault(table, List.of())));
                columns.clear();
            }
        }
        return ordered;
    }

    private static Set<ObjectName> targets(List<Operation> operations, Set<ObjectName> tables) {
        Set<ObjectName> grow = operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(operation -> ((AddColumn) operation).table())
                .collect(Collectors.toSet());
        Set<ObjectName> targets = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation instanceof AddConstraint add
                    && add.constraint() instanceof ForeignKey key
                    && tables.contains(add.table())
                    && grow.contains(key.target())) {
                targets.add(key.target());
            }
        }
        return targets;
    }

    private static boolean isOf(Operation operation, Set<ObjectName> tables) {
        return operation instanceof AddColumn add && tables.contains(add.table());
    }

    private static SortedMap<ObjectName, Set<ObjectName>> needs(List<Operation> operations, Set<ObjectName> tables) {
        SortedMap<ObjectName, Set<ObjectName>> needs = new TreeMap<>();
        tables.forEach(table -> needs.put(table, new TreeSet<>()));
        for (Operation operation : operations) {
            if (operation instanceof AddConstraint add
                    && add.constraint() instanceof ForeignKey key
                    && tables.contains(add.table())
                    && tables.contains(key.target())
                    && !key.target().equals(add.table())) {
                needs.computeIfAbsent(add.table(), t -> new TreeSet<>()).add(key.target());
            }
        }
        return needs;
    }
}
