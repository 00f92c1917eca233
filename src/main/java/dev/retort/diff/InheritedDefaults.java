package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What columns that are inherited have for themselves: a default that is set on a parent is set on all of its children, and a {@code NOT NULL} that a parent loses
 * is lost by all of them before PostgreSQL 18, whatever they had of their own.
 */
final class InheritedDefaults {

    private InheritedDefaults() {}

    /** Says the children's own once more, behind those of their parents. */
    static void diff(Sides sides) {
        if (!isAnyInherited(sides)) {
            return;
        }
        Set<ColumnRef> required = new TreeSet<>();
        for (ObjectName name : sides.impact().unequal.stream().sorted().toList()) {
            boolean defaults = changesADefault(name, sides);
            List<String> nullable = becomeNullable(name, sides);
            if (defaults || !nullable.isEmpty()) {
                for (Table child : children(name, sides.to())) {
                    if (defaults) {
                        again(name, child, sides);
                    }
                    nullable.stream()
                            .filter(column -> staysRequired(child, column, sides))
                            .forEach(column -> required.add(new ColumnRef(child.name(), column)));
                }
            }
            if (defaults) {
                partitions(name, sides);
            }
        }
        required.forEach(ref -> sides.changes()
                .add(
                        Phase.ALTER_CHILD_COLUMN,
                        new AlterColumn(ref.table(), ref.column(), List.of(new ColumnChange.SetNotNull()))));
    }

    private static List<String> becomeNullable(ObjectName name, Sides sides) {
        Table is = sides.from().tables().get(name);
        Table shall = sides.to().tables().get(name);
        return is == null || shall == null
                ? List.of()
                : shall.columns().stream()
                        .filter(Column::nullable)
                        .map(Column::name)
                        .filter(c -> isRequired(is, c))
                        .toList();
    }

    private static boolean staysRequired(Table child, String column, Sides sides) {
        Table is = sides.from().tables().get(child.name());
        return is != null && isRequired(is, column) && isRequired(child, column);
    }

    private static boolean isRequired(Table table, String column) {
        return table.column(column).filter(c -> !c.nullable()).isPresent();
    }

    /** Few schemas have anything of the kind. */
    private static boolean isAnyInherited(Sides sides) {
        return sides.from().extras().stream().anyMatch(e -> e.kind() == Extra.Kind.PARTITION_DEFAULT)
                || sides.to().allTables().stream()
                        .map(Table::options)
                        .anyMatch(options ->
                                options != null && !options.inherits().isEmpty());
    }

    private static boolean changesADefault(ObjectName name, Sides sides) {
        Table is = sides.from().tables().get(name);
        Table shall = sides.to().tables().get(name);
        return is != null && shall != null && shall.columns().stream().anyMatch(c -> changes(c, is));
    }

    private static boolean changes(Column shall, Table is) {
        Optional<Column> before = is.column(shall.name());
        return before.isPresent()
                && shall.generated() == null
                && !Objects.equals(before.get().defaultValue(), shall.defaultValue());
    }

    private static void again(ObjectName parent, Table child, Sides sides) {
        Table is = Objects.requireNonNull(sides.from().tables().get(parent));
        Table shall = Objects.requireNonNull(sides.to().tables().get(parent));
        for (Column column : shall.columns()) {
            Column own = child.column(column.name()).orElse(null);
            if (own != null && changes(column, is) && !Objects.equals(own.defaultValue(), column.defaultValue())) {
                sides.changes()
                        .add(
                                Phase.ALTER_CHILD_COLUMN,
                                new AlterColumn(child.name(), own.name(), List.of(set(own.defaultValue()))));
            }
        }
    }

    /** Partitions are no tables of ours: what they had of their own is put there again as it was. */
    private static void partitions(ObjectName root, Sides sides) {
        Table is = Objects.requireNonNull(sides.from().tables().get(root));
        Table shall = Objects.requireNonNull(sides.to().tables().get(root));
        Set<ObjectName> parts = sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION && root.equals(e.table()))
                .map(Extra::name)
                .collect(Collectors.toSet());
        sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION_DEFAULT && parts.contains(e.table()))
                .filter(e -> shall.column(e.name().name())
                        .filter(c -> changes(c, is))
                        .isPresent())
                .forEach(e -> sides.changes().add(Phase.ALTER_CHILD_COLUMN, new Execute(Attached.ofPartition(e))));
    }

    private static ColumnChange set(@Nullable Expression value) {
        return value == null ? new ColumnChange.DropDefault() : new ColumnChange.SetDefault(value);
    }

    /** The tables that stay below it, at any depth, by name. */
    private static List<Table> children(ObjectName parent, Schema schema) {
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
