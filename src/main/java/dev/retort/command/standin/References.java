package dev.retort.command.standin;

import dev.retort.diff.WrittenNames;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the tables through operations, and collects the foreign keys whose target none of them makes or works on. */
final class References {

    private static final Pattern BLOCK = Pattern.compile("(?i)\\bdo\\s*(?:\\$|'|language)|\\bexecute\\b");

    private final Map<ObjectName, Map<String, SqlType>> tables = new HashMap<>();
    private final Map<ObjectName, SqlType> domains = new HashMap<>();
    private final Set<ObjectName> workedOn = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final List<String> blocks = new ArrayList<>();
    private final SortedMap<ObjectName, List<Reference>> references = new TreeMap<>();

    /**
     * One foreign key.
     *
     * @param columns the referenced columns, as the key names them
     * @param types the types of the columns that refer to them; null for one that no operation tells
     * @param period whether the last of them is a range that is covered
     */
    record Reference(List<String> columns, List<@Nullable SqlType> types, boolean period) {}

    private References() {}

    /** Those of what revisions do. */
    static References among(List<Operation> operations) {
        References found = new References();
        operations.forEach(found::follow);
        return found;
    }

    /**
     * By their target, the keys to tables that somebody else makes.
     *
     * @param leftOut what a filter leaves out, and so is somebody else's also in a schema that a revision creates
     */
    SortedMap<ObjectName, List<Reference>> toOthers(Predicate<ObjectName> leftOut) {
        SortedMap<ObjectName, List<Reference>> others = new TreeMap<>(references);
        others.keySet().removeIf(target -> isOurs(target) || (isInOurs(target) && !leftOut.test(target)));
        return others;
    }

    /** Whether a revision creates the schema of a table. */
    boolean isInOurs(ObjectName target) {
        return namespaces.contains(target.namespace());
    }

    /** What SQL makes in a block that puts its statements together is not seen: one that names the table is taken to make it. */
    private boolean isOurs(ObjectName target) {
        String name = target.name().toLowerCase(Locale.ROOT);
        return workedOn.contains(target)
                || made.contains(target.name())
                || blocks.stream().anyMatch(sql -> sql.contains("create") && sql.contains(name));
    }

    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            ObjectName name = create.table().name();
            create.table().columns().forEach(column -> column(name, column));
            create.table().foreignKeys().forEach(key -> refer(name, key));
        } else if (operation instanceof AddColumn add) {
            column(add.table(), add.column());
        } else if (operation instanceof AlterColumn alter) {
            for (ColumnChange change : alter.changes()) {
                if (change instanceof ColumnChange.SetType type) {
                    columns(alter.table()).put(alter.column(), type.type());
                }
            }
        } else if (operation instanceof AddConstraint add) {
            constraint(add.table(), add.constraint());
        } else if (operation instanceof RenameTable rename) {
            columns(rename.to()).putAll(columns(rename.from()));
        } else if (operation instanceof RenameColumn rename) {
            SqlType type = columns(rename.table()).remove(rename.from());
            if (type != null) {
                columns(rename.table()).put(rename.to(), type);
            }
        } else if (operation instanceof DropTable drop) {
            columns(drop.table());
        } else if (operation instanceof CreateDomain create) {
            domains.put(create.domain().name(), create.domain().base());
        } else if (operation instanceof CreateNamespace create) {
            namespaces.add(create.namespace());
        } else if (operation instanceof Execute execute) {
            written(execute.sql());
        }
    }

    /** Foreign keys in SQL as it is written. */
    private void written(String sql) {
        WrittenKeys keys = WrittenKeys.of(sql);
        for (WrittenKeys.Key key : keys.keys()) {
            List<@Nullable SqlType> types = new ArrayList<>();
            for (int at = 0; at < key.columns().size(); at++) {
                SqlType stated = key.types().get(at);
                types.add(foundation(
                        stated == null && key.table() != null && tables.containsKey(key.table())
                                ? columns(key.table()).get(key.columns().get(at))
                                : stated));
            }
            references
                    .computeIfAbsent(key.target(), target -> new ArrayList<>())
                    .add(new Reference(key.targetColumns(), types, key.period()));
        }
        made.addAll(WrittenNames.in(List.of(new Execute(sql))));
        if (BLOCK.matcher(sql).find()) {
            blocks.add(keys.rest().toLowerCase(Locale.ROOT));
        }
    }

    private void constraint(ObjectName table, Constraint constraint) {
        columns(table);
        if (constraint instanceof ForeignKey key) {
            refer(table, key);
        }
    }

    private void column(ObjectName table, Column column) {
        columns(table).put(column.name(), column.type());
    }

    private Map<String, SqlType> columns(ObjectName table) {
        workedOn.add(table);
        return tables.computeIfAbsent(table, name -> new HashMap<>());
    }

    private void refer(ObjectName table, ForeignKey key) {
        List<@Nullable SqlType> types = new ArrayList<>();
        for (String column : key.columns()) {
            types.add(foundation(columns(table).get(column)));
        }
        references
                .computeIfAbsent(key.target(), target -> new ArrayList<>())
                .add(new Reference(key.targetColumns(), types, key.period()));
    }

    /** What stands behind domains, as these are not there yet when the stand-ins are made. */
    private @Nullable SqlType foundation(@Nullable SqlType type) {
        SqlType found = type;
        while (found != null && found.userType() != null && !found.array() && domains.containsKey(found.userType())) {
            found = domains.get(found.userType());
        }
        return found;
    }
}
