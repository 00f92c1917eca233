package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.DropColumn;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who inherits from whom. A column that a child says once more is among its columns, one that it only inherits is not. */
final class Inheritance {

    private Inheritance() {}

    /** Whether a column is one of a parent's too, at any height and with that type: the parent gives it its type, and PostgreSQL refuses to change it here. */
    static boolean comesFromParent(ColumnRef column, SqlType type, Schema schema) {
        return parents(column.table(), schema).stream()
                .anyMatch(parent -> type.equals(type(schema, parent, column.column())));
    }

    /** The same for a type that changes with the parent's. */
    static boolean comesFromParent(ColumnRef column, SqlType before, SqlType after, Sides sides) {
        Set<ObjectName> then = parents(column.table(), sides.to());
        return !then.isEmpty()
                && parents(column.table(), sides.from()).stream()
                        .filter(then::contains)
                        .anyMatch(parent -> before.equals(type(sides.from(), parent, column.column()))
                                && after.equals(type(sides.to(), parent, column.column())));
    }

    /**
     * A column that a table and its child both have for themselves goes from the parent first, as PostgreSQL does not drop what is inherited, and comes to the
     * child first: the parent's is then taken for the same one, and would otherwise be there already.
     */
    static void order(Sides sides) {
        if (sides.to().allTables().stream()
                .map(Table::options)
                .anyMatch(o -> o != null && !o.inherits().isEmpty())) {
            sides.changes()
                    .sort(
                            Phase.ADD_COLUMN,
                            Comparator.comparing(o -> o instanceof AddColumn add
                                    ? -parents(add.table(), sides.to()).size()
                                    : 0));
            sides.changes()
                    .sort(
                            Phase.DROP_COLUMN,
                            Comparator.comparing(o -> o instanceof DropColumn drop
                                    ? parents(drop.table(), sides.to()).size()
                                    : 0));
        }
    }

    /** Whether a child has the new column with another type, which has to change before PostgreSQL takes the two for one. */
    static boolean meetsAnother(ObjectName parent, Column shall, Sides sides) {
        return sides.impact().inherits
                && children(parent, sides.to()).stream()
                        .map(child -> type(sides.from(), child.name(), shall.name()))
                        .anyMatch(type -> type != null && !type.equals(shall.type()));
    }

    /** Whether a table that stays comes to inherit from it: it needs all columns that this one has then. */
    static boolean isJoined(ObjectName parent, Sides sides) {
        return sides.impact().inherits
                && sides.to().allTables().stream().anyMatch(child -> {
                    TableOptions later = child.options();
                    Table is = sides.from().tables().get(child.name());
                    return later != null
                            && later.inherits().contains(parent)
                            && is != null
                            && is.options() != null
                            && !is.options().inherits().contains(parent);
                });
    }

    private static @Nullable SqlType type(Schema schema, ObjectName name, String column) {
        Table table = schema.tables().get(name);
        return table == null ? null : table.column(column).map(c -> c.type()).orElse(null);
    }

    /** All that it inherits from, at any height, the nearest first. */
    static Set<ObjectName> parents(ObjectName child, Schema schema) {
        Set<ObjectName> found = new LinkedHashSet<>();
        Deque<ObjectName> left = new ArrayDeque<>(List.of(child));
        while (!left.isEmpty()) {
            Table table = schema.tables().get(left.remove());
            TableOptions options = table == null ? null : table.options();
            if (options != null) {
                options.inherits().stream().filter(found::add).forEach(left::add);
            }
        }
        return found;
    }

    /** The tables that stay below it, at any depth, by name. */
    static List<Table> children(ObjectName parent, Schema schema) {
        List<Table> found = new ArrayList<>();
        Set<ObjectName> parents = new HashSet<>(Set.of(parent));
        int before;
        do {
            before = parents.size();
            for (Table table : schema.allTables()) {
                TableOptions options = table.options();
                if (options != null
                        && options.inherits().stream().anyMatch(parents::contains)
                        && parents.add(table.name())) {
                    found.add(table);
                }
            }
        } while (parents.size() > before);
        return found;
    }
}
