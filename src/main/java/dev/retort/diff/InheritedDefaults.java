package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
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
        Set<ObjectName> touched = new TreeSet<>(sides.impact().unequal);
        touched.addAll(sides.impact().reshaped.keySet());
        for (ObjectName name : touched) {
            boolean defaults = changesADefault(name, sides);
            List<String> nullable = becomeNullable(name, sides);
            if (defaults || !nullable.isEmpty()) {
                for (Table child : Inheritance.children(name, sides.to())) {
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
                release(name, sides);
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
        return is != null && shall != null && shall.columns().stream().anyMatch(c -> changes(c, is, sides));
    }

    private static boolean changes(Column shall, Table is, Sides sides) {
        Optional<Column> before = is.column(shall.name());
        return before.isPresent()
                && shall.generated() == null
                && (!Objects.equals(before.get().defaultValue(), shall.defaultValue())
                        || takesOff(before.get(), shall, sides));
    }

    /** Whether the column's default goes for a while, and all below it with it, as it does not become one of the new type by itself. */
    static boolean takesOff(Column is, Column shall, Sides sides) {
        ObjectName type = is.type().userType();
        if (is.type().equals(shall.type())) {
            return type != null && sides.impact().isReplaced(type);
        }
        return type != null
                || shall.type().userType() != null
                || Conversion.of(is, is.type(), shall.type()).using() != null;
    }

    /** A parent without a default takes off none by itself, unless its enum is rebuilt, and those below it would be in the way. */
    private static void release(ObjectName parent, Sides sides) {
        Table is = Objects.requireNonNull(sides.from().tables().get(parent));
        Table shall = Objects.requireNonNull(sides.to().tables().get(parent));
        for (Column column : shall.columns()) {
            Column before = is.column(column.name()).orElse(null);
            if (before != null
                    && before.defaultValue() == null
                    && before.identity() == null
                    && before.generated() == null
                    && takesOff(before, column, sides)
                    && !isOfRebuiltEnum(before, sides)
                    && isAnyBelow(parent, column.name(), sides)) {
                sides.changes()
                        .add(
                                Phase.RELEASE_COLUMN,
                                new AlterColumn(parent, column.name(), List.of(new ColumnChange.DropDefault())));
            }
        }
    }

    private static boolean isOfRebuiltEnum(Column column, Sides sides) {
        ObjectName type = column.type().userType();
        return type != null && sides.impact().replacedEnums.containsKey(type);
    }

    private static boolean isAnyBelow(ObjectName parent, String column, Sides sides) {
        Set<ObjectName> parts = parts(parent, sides);
        return Inheritance.children(parent, sides.from()).stream()
                        .flatMap(child -> child.column(column).stream())
                        .anyMatch(own -> own.defaultValue() != null)
                || sides.from().extras().stream()
                        .anyMatch(e -> e.kind() == Extra.Kind.PARTITION_DEFAULT
                                && parts.contains(e.table())
                                && e.name().name().equals(column)
                                && !e.definition().isEmpty());
    }

    private static void again(ObjectName parent, Table child, Sides sides) {
        Table is = Objects.requireNonNull(sides.from().tables().get(parent));
        Table shall = Objects.requireNonNull(sides.to().tables().get(parent));
        for (Column column : shall.columns()) {
            Column own = child.column(column.name()).orElse(null);
            if (own != null
                    && changes(column, is, sides)
                    && !Objects.equals(own.defaultValue(), column.defaultValue())) {
                sides.changes()
                        .addLast(
                                Phase.ALTER_CHILD_COLUMN,
                                new AlterColumn(child.name(), own.name(), List.of(set(own.defaultValue()))));
            }
        }
    }

    /** Partitions are no tables of ours: what they had of their own is put there again, as the target has it or as it was. */
    private static void partitions(ObjectName root, Sides sides) {
        Table is = Objects.requireNonNull(sides.from().tables().get(root));
        Table shall = Objects.requireNonNull(sides.to().tables().get(root));
        Set<ObjectName> parts = parts(root, sides);
        for (Extra extra : sides.from().extras()) {
            if (extra.kind() == Extra.Kind.PARTITION_DEFAULT && parts.contains(extra.table())) {
                String name = extra.name().name();
                Column before = is.column(name).orElse(null);
                Column column = shall.column(name).orElse(null);
                if (before != null && column != null && changes(column, is, sides)) {
                    sides.changes()
                            .add(
                                    Phase.ALTER_CHILD_COLUMN,
                                    new Execute(Attached.ofPartition(again(extra, before, column, sides))));
                }
            }
        }
    }

    private static Extra again(Extra was, Column is, Column shall, Sides sides) {
        return sides.to().extras().stream()
                .filter(e ->
                        e.kind() == was.kind() && e.name().equals(was.name()) && Objects.equals(e.table(), was.table()))
                .filter(e -> !e.equals(was))
                .findFirst()
                .orElseGet(() -> {
                    String value = was.definition().isEmpty()
                            ? null
                            : Conversion.ofExpression("(" + was.definition() + ")", is.type(), shall.type())
                                    .using();
                    return value == null ? was : new Extra(was.kind(), was.name(), was.table(), value);
                });
    }

    private static Set<ObjectName> parts(ObjectName root, Sides sides) {
        return sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION && root.equals(e.table()))
                .map(Extra::name)
                .collect(Collectors.toSet());
    }

    private static ColumnChange set(@Nullable Expression value) {
        return value == null ? new ColumnChange.DropDefault() : new ColumnChange.SetDefault(value);
    }
}
