package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets the nullable foreign keys that had to wait until the row they point to was there: self references and cycles. */
final class KeyFiller {

    private final SqlSession session;
    private final Schema schema;
    private final RowDemands demands;
    private final Map<ObjectName, List<SeedRow>> written;

    KeyFiller(SqlSession session, Schema schema, RowDemands demands, Map<ObjectName, List<SeedRow>> written) {
        this.demands = demands;
        this.session = session;
        this.schema = schema;
        this.written = written;
    }

    void fill() {
        List<String> updates = new ArrayList<>();
        for (Table table : schema.allTables()) {
            PrimaryKey primary = table.primaryKey();
            if (primary != null) {
                table.foreignKeys().forEach(key -> collect(table, primary, key, updates));
            }
        }
        // A key that cannot be set stays null: the row is there, which is what is asked for.
        for (String update : updates) {
            try {
                session.transaction(() -> session.execute(update));
            } catch (DatabaseException e) {
                if (e.sqlState() == null || !e.sqlState().startsWith("23")) {
                    throw e;
                }
            }
        }
    }

    private void collect(Table table, PrimaryKey primary, ForeignKey key, List<String> updates) {
        List<SeedRow> rows = written.getOrDefault(table.name(), List.of());
        List<SeedRow> targets = written.getOrDefault(key.target(), List.of());
        if (rows.isEmpty() || targets.isEmpty() || SeedOrder.isRequired(table, key)) {
            return;
        }
        boolean known = key.targetColumns().stream().allMatch(targets.get(0).values()::containsKey);
        for (SeedRow row : rows.subList(0, Math.min(rows.size(), canShare(table, key) ? 2 : 1))) {
            boolean waiting = key.columns().stream()
                    .allMatch(c -> "NULL".equals(row.values().get(c)));
            if (waiting && known) {
                updates.add(update(table, primary, key, row, targets.get(0)));
            }
        }
    }

    /** Whether two rows may point to the same one: no key is of it. */
    private boolean canShare(Table table, ForeignKey key) {
        List<Set<String>> keys = RowKeys.of(table);
        demands.keys().getOrDefault(table.name(), List.of()).forEach(coming -> keys.add(coming.columns()));
        return keys.stream().allMatch(columns -> Collections.disjoint(columns, key.columns()));
    }

    private static String update(Table table, PrimaryKey primary, ForeignKey key, SeedRow row, SeedRow target) {
        List<String> sets = new ArrayList<>();
        for (int at = 0; at < key.columns().size(); at++) {
            sets.add(SqlWriter.identifier(key.columns().get(at)) + " = "
                    + target.values().get(key.targetColumns().get(at)));
        }
        return "UPDATE " + SqlWriter.name(table.name()) + " SET " + String.join(", ", sets) + " WHERE "
                + primary.columns().stream()
                        .map(c -> SqlWriter.identifier(c) + " = " + row.values().get(c))
                        .collect(Collectors.joining(" AND "));
    }
}
