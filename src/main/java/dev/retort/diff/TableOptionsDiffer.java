package dev.retort.diff;

import dev.retort.operation.AlterTable;
import dev.retort.operation.TableChange;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a table is beyond its columns and constraints. */
final class TableOptionsDiffer {

    private TableOptionsDiffer() {}

    static boolean changesLogging(TablePair pair) {
        TableOptions is = pair.from().options();
        TableOptions shall = pair.to().options();
        return is != null && shall != null && is.unlogged() != shall.unlogged();
    }

    static void diff(TablePair pair, Sides sides) {
        TableOptions is = pair.from().options();
        TableOptions shall = pair.to().options();
        if (is == null || shall == null) {
            return;
        }
        partitionedBy(pair, is, sides);
        if (is.equals(shall)) {
            return;
        }
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        List<TableChange> early = new ArrayList<>();
        is.inherits().stream()
                .filter(p -> !shall.inherits().contains(p))
                .forEach(p -> early.add(new TableChange.NoInherit(p)));
        if (!early.isEmpty()) {
            changes.add(Phase.ALTER_TABLE_FIRST, new AlterTable(table, early));
        }
        List<TableChange> late = new ArrayList<>();
        if (is.unlogged() != shall.unlogged()) {
            late.add(new TableChange.SetUnlogged(shall.unlogged()));
            changes.warn(
                    "table-rewrite",
                    Warning.Level.WARNING,
                    table.qualified(),
                    "the whole table is rewritten under a lock that stops readers",
                    RewriteAdvice.size(List.of(table), changes));
        }
        storage(is, shall, late);
        shall.inherits().stream()
                .filter(p -> !is.inherits().contains(p))
                .forEach(p -> late.add(new TableChange.Inherit(p)));
        if (!late.isEmpty()) {
            changes.add(Phase.ALTER_TABLE, new AlterTable(table, late));
        }
        if (!is.partitionKey().equals(shall.partitionKey())) {
            changes.warn(
                    "partition-key",
                    Warning.Level.ERROR,
                    table.qualified(),
                    "the partition key differs (" + words(is) + " here, " + words(shall)
                            + " there), which PostgreSQL cannot change in a table that stands",
                    anew(pair.from(), shall.partitionKey()));
        }
    }

    /** By hand, as the rows have to be moved. */
    private static String anew(Table stands, String key) {
        ObjectName table = stands.name();
        boolean computed = stands.columns().stream().anyMatch(c -> c.generated() != null);
        ObjectName fresh =
                table.sibling(PostgresNames.clip(table.name(), PostgresNames.LONGEST - "_new".length()) + "_new");
        ObjectName gone =
                table.sibling(PostgresNames.clip(table.name(), PostgresNames.LONGEST - "_old".length()) + "_old");
        return "Create a new table with `"
                + SqlText.call("CREATE TABLE " + SqlText.name(fresh) + " (LIKE " + SqlText.name(table)
                        + " INCLUDING DEFAULTS" + (computed ? " INCLUDING GENERATED)" : ")")
                        + (key.isEmpty() ? "" : " PARTITION BY " + key))
                + "` and its partitions, move the rows with `"
                + SqlText.call(CopiedRows.of(stands, UnaryOperator.identity())
                        .insert(SqlText.name(fresh), SqlText.name(table)))
                + "`, and swap the names with `op.renameTable(" + SqlText.java(table.display()) + ", "
                + SqlText.java(gone.display()) + ")` and `op.renameTable(" + SqlText.java(fresh.display()) + ", "
                + SqlText.java(table.display()) + ")`";
    }

    /** A column that rows are told apart by cannot change its type. */
    private static void partitionedBy(TablePair pair, TableOptions is, Sides sides) {
        if (is.partitionKey().isEmpty()) {
            return;
        }
        Set<String> names = Identifiers.in(is.partitionKey());
        for (Column column : pair.from().columns()) {
            if (names.contains(column.name())
                    && sides.impact().retyped.contains(new ColumnRef(pair.name(), column.name()))) {
                sides.changes()
                        .warn(
                                "partition-key",
                                Warning.Level.ERROR,
                                pair.name().qualified() + "." + column.name(),
                                pair.name().display() + " is partitioned by " + column.name()
                                        + ", whose type changes: PostgreSQL refuses that in a table that stands",
                                anew(pair.from(), is.partitionKey()));
            }
        }
    }

    private static void storage(TableOptions is, TableOptions shall, List<TableChange> late) {
        TreeMap<String, String> set = new TreeMap<>(shall.storage());
        set.entrySet().removeIf(e -> e.getValue().equals(is.storage().get(e.getKey())));
        List<String> reset = is.storage().keySet().stream()
                .filter(k -> !shall.storage().containsKey(k))
                .toList();
        if (!reset.isEmpty()) {
            late.add(new TableChange.ResetStorage(reset));
        }
        if (!set.isEmpty()) {
            late.add(new TableChange.SetStorage(set));
        }
    }

    private static String words(TableOptions options) {
        return options.partitionKey().isEmpty() ? "none" : options.partitionKey();
    }
}
