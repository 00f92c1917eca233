package dev.retort.command.standin;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropComposite;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RunListener;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes stand-ins in the midst of revisions, once the types and schemas stand that they need, and takes them away before these go. */
final class LateStandIns implements RunListener {

    private static final Pattern DROPS = Pattern.compile("(?i)\\bdrop\\s+(?:type|domain|schema|extension)\\b");

    private final StandIns standIns;
    private final Function<Table, List<String>> create;

    /** Those of these that are late. */
    LateStandIns(StandIns standIns, Function<Table, List<String>> create) {
        this.standIns = standIns;
        this.create = create;
    }

    @Override
    public List<Operation> before(PlannedRevision revision, Operation operation) {
        Set<ObjectName> targets = targets(operation);
        List<Operation> first = new ArrayList<>();
        for (Table table : standIns.tables()) {
            if (standIns.late().contains(table.name())) {
                if (targets.contains(table.name())) {
                    create.apply(table).forEach(sql -> first.add(new Execute(sql)));
                } else if (!revision.upgrades() && goesWith(table, operation)) {
                    first.add(new Execute("DROP TABLE IF EXISTS " + SqlWriter.name(table.name())));
                }
            }
        }
        return first;
    }

    private static Set<ObjectName> targets(Operation operation) {
        Set<ObjectName> targets = new HashSet<>();
        if (operation instanceof CreateTable create) {
            create.table().foreignKeys().forEach(key -> targets.add(key.target()));
        } else if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
            targets.add(key.target());
        } else if (operation instanceof Execute execute) {
            WrittenKeys.of(execute.sql()).keys().forEach(key -> targets.add(key.target()));
        }
        return targets;
    }

    private static boolean goesWith(Table table, Operation operation) {
        if (operation instanceof DropNamespace drop) {
            return drop.namespace().equals(table.name().namespace());
        } else if (operation instanceof DropEnum drop) {
            return isOf(table, drop.type());
        } else if (operation instanceof DropDomain drop) {
            return isOf(table, drop.domain());
        } else if (operation instanceof DropComposite drop) {
            return isOf(table, drop.type());
        } else if (operation instanceof Execute execute
                && DROPS.matcher(execute.sql()).find()) {
            String sql = execute.sql().toLowerCase(Locale.ROOT);
            return sql.contains(table.name().namespace().toLowerCase(Locale.ROOT))
                    || table.columns().stream()
                            .map(column -> column.type().userType())
                            .anyMatch(type ->
                                    type != null && sql.contains(type.name().toLowerCase(Locale.ROOT)));
        }
        return false;
    }

    private static boolean isOf(Table table, ObjectName type) {
        return table.columns().stream()
                .map(column -> column.type())
                .map(SqlType::userType)
                .anyMatch(type::equals);
    }
}
