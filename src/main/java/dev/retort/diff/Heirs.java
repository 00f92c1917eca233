package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that inherit from others: what changes a parent's columns, checks and {@code NOT NULL}s is done to them, too. */
final class Heirs {

    private Heirs() {}

    /** The locks with those on the heirs of their tables. */
    static List<Lock> with(Operation operation, List<Lock> locks, Schema schema) {
        if (!goesDown(operation, schema)) {
            return locks;
        }
        List<Lock> all = new ArrayList<>(locks);
        for (Lock lock : locks) {
            String dropped = operation instanceof DropColumn drop ? drop.column() : "";
            for (ObjectName heir : of(lock.relation(), dropped, schema)) {
                all.add(new Lock(heir, lock.who(), lock.work(), lock.what(), lock.told()));
            }
        }
        return all;
    }

    private static boolean goesDown(Operation operation, Schema schema) {
        return operation instanceof AddColumn
                || operation instanceof DropColumn
                || operation instanceof RenameColumn
                || operation instanceof AlterColumn
                || (operation instanceof DropConstraint drop
                        && isCheck(schema.tables().get(drop.table()), drop.name()))
                || operation instanceof ReplaceEnum
                || (operation instanceof AddConstraint add
                        && (add.constraint() instanceof PrimaryKey
                                || add.constraint() instanceof NotNull
                                || (add.constraint() instanceof Check check && !check.noInherit())));
    }

    private static boolean isCheck(@Nullable Table table, String name) {
        return table != null
                && Stream.concat(table.checks().stream(), table.notNulls().stream())
                        .anyMatch(constraint -> name.equals(constraint.name()));
    }

    /** A column that a child has for itself as well goes no further down. */
    private static Set<ObjectName> of(ObjectName parent, String dropped, Schema schema) {
        Set<ObjectName> heirs = new LinkedHashSet<>();
        Table above = schema.tables().get(parent);
        Optional<Column> column = above == null ? Optional.empty() : above.column(dropped);
        for (Table table : schema.tables().values()) {
            if (table.options() != null && table.options().inherits().contains(parent)) {
                heirs.add(table.name());
                if (column.isEmpty() || !table.column(dropped).equals(column)) {
                    heirs.addAll(of(table.name(), dropped, schema));
                }
            }
        }
        return heirs;
    }
}
