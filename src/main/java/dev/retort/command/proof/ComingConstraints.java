package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Check;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks and keys that a revision adds, in force while rows are made for what is there before it: a row that only the proof made shall not stand in their
 * way. What cannot be said of the old tables is left out, as is what no row would fulfil.
 */
final class ComingConstraints {

    private final SqlSession session;
    private final Map<ObjectName, List<String>> names = new HashMap<>();
    private final Map<ObjectName, List<Check>> checks = new HashMap<>();
    private int number;

    ComingConstraints(SqlSession session) {
        this.session = session;
    }

    /** Puts them in force. */
    void enforce(Schema schema, RowDemands demands) {
        demands.checks().forEach((name, all) -> schema.table(name).ifPresent(table -> {
            for (Check check : all) {
                if (add(table, "CHECK (" + check.expression().sql() + "\n)")) {
                    checks.computeIfAbsent(name, t -> new ArrayList<>()).add(check);
                }
            }
        }));
        demands.keys().forEach((name, all) -> schema.table(name).ifPresent(table -> {
            for (RowDemands.Key key : all) {
                if (key.plain() && RowKeys.of(table).stream().noneMatch(key.columns()::containsAll)) {
                    add(table, "UNIQUE (" + SqlWriter.identifiers(key.columns()) + ")");
                }
            }
        }));
    }

    private boolean add(Table table, String constraint) {
        String name = "retort_coming_" + ++number;
        try {
            session.transaction(() -> session.execute(
                    "ALTER TABLE " + SqlWriter.name(table.name()) + " ADD CONSTRAINT " + name + " " + constraint));
        } catch (DatabaseException e) {
            if (e.sqlState() == null
                    || e.sqlState().startsWith("08")
                    || e.sqlState().startsWith("57P")) {
                throw e;
            }
            return false;
        }
        names.computeIfAbsent(table.name(), t -> new ArrayList<>()).add(name);
        return true;
    }

    /** The table with the checks that are in force. */
    Table with(Table table) {
        List<Check> more = checks.getOrDefault(table.name(), List.of());
        if (more.isEmpty()) {
            return table;
        }
        List<Check> all = new ArrayList<>(table.checks());
        all.addAll(more);
        return table.toBuilder().checks(all).build();
    }

    /** Lifts those of a table; false where there are none. */
    boolean lift(ObjectName table) {
        List<String> all = names.remove(table);
        checks.remove(table);
        if (all == null) {
            return false;
        }
        for (String name : all) {
            session.execute("ALTER TABLE " + SqlWriter.name(table) + " DROP CONSTRAINT " + name);
        }
        return true;
    }

    /** Lifts all. */
    void lift() {
        List.copyOf(names.keySet()).forEach(this::lift);
    }
}
