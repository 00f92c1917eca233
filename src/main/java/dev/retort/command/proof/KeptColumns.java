package dev.retort.command.proof;

import dev.retort.command.proof.CompositeParts.Part;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows columns through the operations of an upgrade: what is dropped is gone, what is renamed is the same. */
final class KeptColumns {

    /** By the name that the table has at this point: its name before, and its columns' names now and before. */
    private final Map<ObjectName, Tracked> tables = new LinkedHashMap<>();

    private final Set<ObjectName> mappedTypes = new HashSet<>();

    private record Tracked(ObjectName before, Map<String, String> columns) {}

    private KeptColumns(Schema before, Collection<ObjectName> filled) {
        for (ObjectName name : filled) {
            Table table = before.tables().get(name);
            if (table != null) {
                Map<String, String> columns = new LinkedHashMap<>();
                table.columns().stream()
                        .filter(c -> c.generated() == null)
                        .forEach(c -> columns.put(c.name(), c.name()));
                tables.put(name, new Tracked(name, columns));
            }
        }
    }

    /**
     * The columns that both sides have.
     *
     * @param filled the tables that have rows
     */
    static List<KeptColumn> of(Schema before, Schema after, List<Operation> upgrade, Collection<ObjectName> filled) {
        KeptColumns kept = new KeptColumns(before, filled);
        upgrade.forEach(kept::follow);
        return kept.both(before, after);
    }

    private void follow(Operation operation) {
        if (operation instanceof RenameTable rename) {
            Tracked table = tables.remove(rename.from());
            if (table != null) {
                tables.put(rename.to(), table);
            }
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.table());
        } else if (operation instanceof DropObject drop
                && drop.target().kind() == SqlObject.Kind.PARTITION
                && drop.target().table() != null) {
            // Some of its rows go, and which of them is the server's to say.
            tables.remove(drop.target().table());
        } else if (operation instanceof RenameColumn rename && tables.containsKey(rename.table())) {
            Map<String, String> columns =
                    new HashMap<>(tables.get(rename.table()).columns());
            String before = columns.remove(rename.from());
            if (before != null) {
                columns.put(rename.to(), before);
            }
            tables.put(rename.table(), new Tracked(tables.get(rename.table()).before(), columns));
        } else if (operation instanceof DropColumn drop && tables.containsKey(drop.table())) {
            tables.get(drop.table()).columns().remove(drop.column());
        } else if (operation instanceof RenameEnumValue rename) {
            mappedTypes.add(rename.type());
        } else if (operation instanceof ReplaceEnum replace
                && !replace.mapping().isEmpty()) {
            mappedTypes.add(replace.type().name());
        }
    }

    private List<KeptColumn> both(Schema before, Schema after) {
        List<KeptColumn> kept = new ArrayList<>();
        tables.forEach((name, tracked) -> {
            Table old = before.tables().get(tracked.before());
            Table now = after.tables().get(name);
            if (old != null && now != null) {
                Map<String, Column> oldColumns = old.columnsByName();
                for (Column column : now.columns()) {
                    Column oldColumn = oldColumns.get(tracked.columns().getOrDefault(column.name(), ""));
                    if (oldColumn != null && column.generated() == null) {
                        List<Part> was = CompositeParts.of(oldColumn, before);
                        List<Part> is = CompositeParts.of(column, after);
                        boolean sameType = oldColumn.type().equals(column.type())
                                && read(oldColumn.type(), before).equals(read(column.type(), after));
                        boolean sameParts = shape(was, before).equals(shape(is, after));
                        kept.add(new KeptColumn(
                                new ColumnRef(old.name(), oldColumn.name()),
                                new ColumnRef(name, column.name()),
                                sameType && sameParts && !isMapped(column.type(), after),
                                sameType && !sameParts
                                        ? shared(shape(was, before), shape(is, after), after)
                                        : List.of()));
                    }
                }
            }
        });
        return kept;
    }

    private static List<Part> shape(List<Part> parts, Schema schema) {
        return parts.stream()
                .map(part -> new Part(part.path(), read(part.type(), schema), /* sql= */ ""))
                .toList();
    }

    /** What values of the type read like: a domain may stay and get another base, whose values have other digits. */
    private static SqlType read(SqlType type, Schema schema) {
        Domain domain = type.userType() == null ? null : schema.domains().get(type.userType());
        if (domain != null) {
            SqlType base = read(domain.base(), schema);
            return type.array() ? base.asArray() : base;
        }
        String base =
                switch (type.base()) {
                    case "character varying", "text" -> "text";
                    case "smallint", "integer", "bigint" -> "bigint";
                    default -> "";
                };
        return base.isEmpty() ? type : new SqlType(null, base, /* modifiers= */ "", type.array());
    }

    /** The attributes that a column's type had and has, and whose values must read the same: that it has others as well changes its text. */
    private List<List<String>> shared(List<Part> was, List<Part> is, Schema after) {
        List<List<String>> leaves = CompositeParts.leaves(was);
        return is.stream()
                .filter(part -> was.contains(part) && !isMapped(part.type(), after))
                .map(Part::path)
                .filter(path ->
                        leaves.contains(path) && CompositeParts.leaves(is).contains(path))
                .toList();
    }

    /** Whether values of the type read otherwise after the revision: those of an enum that it maps or renames, and of what is made of one. */
    private boolean isMapped(SqlType type, Schema after) {
        ObjectName name = type.userType();
        if (name == null || mappedTypes.contains(name)) {
            return name != null;
        }
        Domain domain = after.domains().get(name);
        CompositeType composite = after.composites().get(name);
        return (domain != null && isMapped(domain.base(), after))
                || (composite != null && composite.attributes().stream().anyMatch(a -> isMapped(a.type(), after)));
    }
}
