package dev.retort.diff;

import dev.retort.operation.CreateTable;
import dev.retort.operation.OnTable;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of parents and children of the tables that a revision towards a model changes, where the model does not state them. */
public final class KeptInheritance {

    private static final String RULE = "unmanaged-inheritance";

    private KeptInheritance() {}

    /**
     * The same difference, with a warning for each parent and child of what it changes.
     *
     * @param database as it is, under the names that the difference has
     * @param model what the model states
     */
    public static Difference warn(Difference difference, Schema database, Schema model) {
        Set<ObjectName> changed = changed(difference);
        SortedSet<Warning> found = new TreeSet<>();
        for (Table table : database.allTables()) {
            if (!parents(model.tables().get(table.name())).isEmpty()) {
                continue;
            }
            for (ObjectName parent : parents(table)) {
                if (changed.contains(table.name())) {
                    found.add(child(table.name(), parent));
                }
                if (changed.contains(parent)) {
                    found.add(parent(parent, table.name()));
                }
            }
        }
        if (found.isEmpty()) {
            return difference;
        }
        List<Warning> all = new ArrayList<>(difference.warnings());
        all.addAll(found);
        return new Difference(difference.operations(), all.stream().sorted().toList(), difference.doubts());
    }

    private static Set<ObjectName> changed(Difference difference) {
        Set<ObjectName> changed = new HashSet<>();
        difference.operations().stream()
                .filter(operation -> !(operation instanceof CreateTable))
                .flatMap(operation -> OnTable.of(operation).stream())
                .forEach(changed::add);
        return changed;
    }

    private static List<ObjectName> parents(@Nullable Table table) {
        return Stream.ofNullable(table)
                .map(Table::options)
                .flatMap(Stream::ofNullable)
                .map(TableOptions::inherits)
                .flatMap(List::stream)
                .toList();
    }

    private static Warning child(ObjectName table, ObjectName parent) {
        return warning(
                table,
                parent,
                table.display() + " inherits from " + parent.display() + ", which this leaves as it is",
                "Nothing to do where " + parent.display() + " stays as it is: what both have is changed there");
    }

    private static Warning parent(ObjectName table, ObjectName child) {
        return warning(
                table,
                child,
                table.display() + " has the child " + child.display()
                        + ", which this leaves as it is: columns and checks change there too, keys and indexes do not",
                "Nothing to do where the child shall have the same columns; its keys and indexes are its own");
    }

    private static Warning warning(ObjectName table, ObjectName other, String message, String cure) {
        return new Warning(
                RULE,
                Warning.Level.WARNING,
                List.of(table.qualified(), other.qualified()),
                message,
                cure + ": see it with `\\d+ " + SqlText.name(table) + "` in psql");
    }
}
