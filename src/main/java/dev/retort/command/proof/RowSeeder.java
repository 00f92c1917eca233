package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a few rows into every table that can hold them. The same schema gets the same rows.
 *
 * <p>Most tables take the first values that are made for them, so many tables go to the server at once; where that fails each table is tried alone, with
 * values that its checks are asked for, and then row by row.
 */
public final class RowSeeder {

    private static final int ROWS = 3;
    private static final int TABLES_AT_ONCE = 40;

    private final SqlSession session;
    private final Schema schema;
    private final RowDemands demands;
    private final ValueMaker values;
    private final KeyValues rows;
    private final ComingConstraints coming;
    private final CheckSolver solver;
    private final Map<ObjectName, List<SeedRow>> written = new HashMap<>();
    private final SortedMap<ObjectName, Integer> counts = new TreeMap<>();
    private final List<Seeding.Empty> empty = new ArrayList<>();

    private RowSeeder(SqlSession session, Schema schema, RowDemands demands) {
        this.demands = demands;
        this.session = session;
        this.schema = schema;
        this.values = new ValueMaker(schema, demands.made());
        this.rows = new KeyValues(values, demands, written);
        this.coming = new ComingConstraints(session);
        this.solver = new CheckSolver(session, values, demands);
    }

    /**
     * Fills the tables of a database that has this schema, in one transaction.
     *
     * @throws DatabaseException if the server fails for a reason other than the rows
     */
    public static Seeding seed(SqlSession session, Schema schema) {
        return seed(session, schema, RowDemands.NONE);
    }

    /**
     * Fills the tables with rows that are asked for.
     *
     * @param demands what they have to be
     * @throws DatabaseException if the server fails for a reason other than the rows
     */
    static Seeding seed(SqlSession session, Schema schema, RowDemands demands) {
        RowSeeder seeder = new RowSeeder(session, schema, demands);
        session.transaction(seeder::fill);
        return new Seeding(seeder.counts, seeder.empty);
    }

    private void fill() {
        // A key that is checked at the commit would hide which row is wrong.
        session.execute("SET CONSTRAINTS ALL IMMEDIATE");
        values.largeObjects(ROWS).forEach(this::attempt);
        coming.enforce(schema, demands);
        List<List<Table>> order = SeedOrder.of(schema);
        List<Table> plain = new ArrayList<>();
        for (List<Table> group : order) {
            if (group.size() == 1) {
                plain.add(group.get(0));
            }
            if (group.size() > 1 || plain.size() == TABLES_AT_ONCE) {
                together(plain);
                plain.clear();
            }
            if (group.size() > 1) {
                cycle(group);
            }
        }
        together(plain);
        solver.close();
        new KeyFiller(session, schema, demands, written).fill();
        coming.lift();
    }

    private void together(List<Table> tables) {
        if (tables.isEmpty()) {
            return;
        }
        StringBuilder script = new StringBuilder();
        for (Table table : tables) {
            List<SeedRow> all = rows.sharing(table, ROWS);
            written.put(table.name(), all);
            for (String insert : inserts(table, all)) {
                script.append(insert).append(";\n");
            }
        }
        if (attempt(script.toString()) == null) {
            tables.forEach(table -> counts.put(table.name(), ROWS));
            return;
        }
        tables.forEach(table -> written.remove(table.name()));
        tables.forEach(this::alone);
    }

    private void cycle(List<Table> tables) {
        DatabaseException refusal = cycle(tables, true);
        refusal = refusal == null ? null : cycle(tables, false);
        if (refusal != null) {
            // None of them keeps what is not in force yet, if there is any.
            boolean lifted = false;
            for (Table table : tables) {
                lifted |= coming.lift(table.name());
            }
            refusal = lifted ? cycle(tables, false) : refusal;
        }
        for (Table table : tables) {
            if (refusal == null) {
                counts.put(table.name(), ROWS);
            } else {
                written.remove(table.name());
                empty.add(new Seeding.Empty(table.name(), refusal.reason()));
            }
        }
    }

    /** One statement for all of them: foreign keys are checked when it ends. */
    private @Nullable DatabaseException cycle(List<Table> tables, boolean sharing) {
        tables.forEach(table -> written.remove(table.name()));
        // The keys within the cycle are known only in the second round.
        for (int round = 0; round < 2; round++) {
            for (Table table : tables) {
                written.put(table.name(), sharing ? rows.sharing(table, ROWS) : rows.apart(table, ROWS));
            }
        }
        StringBuilder sql = new StringBuilder("WITH ");
        for (int at = 0; at < tables.size(); at++) {
            Table table = tables.get(at);
            sql.append(at == 0 ? "" : ", ")
                    .append("w")
                    .append(at)
                    .append(" AS (")
                    .append(SeedRow.insert(table, written.getOrDefault(table.name(), List.of())))
                    .append(")");
        }
        return attempt(sql + " SELECT 1");
    }

    private void alone(Table table) {
        List<SeedRow> sharing = rows.sharing(table, ROWS);
        List<SeedRow> apart = rows.apart(table, ROWS);
        Set<List<SeedRow>> tries = new LinkedHashSet<>(List.of(sharing));
        tries.add(apart);
        tries.add(SelfReferences.inARing(table, sharing));
        tries.add(SelfReferences.inARing(table, apart));
        for (List<SeedRow> all : tries) {
            if (attempt(String.join(";\n", inserts(table, all))) == null) {
                written.put(table.name(), all);
                counts.put(table.name(), ROWS);
                return;
            }
        }
        List<Map<String, List<String>>> keys = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            keys.add(rows.choices(table, row));
        }
        List<Map<String, String>> solved = solver.solve(coming.with(table), ROWS, keys);
        List<SeedRow> good = new ArrayList<>();
        DatabaseException last = null;
        for (int row = 0; row < ROWS; row++) {
            SeedRow candidate = sharing.get(row).with(solved.get(row));
            DatabaseException refusal = attempt(SeedRow.insert(table, List.of(candidate)));
            if (refusal != null && !sharing.equals(apart)) {
                candidate = apart.get(row).with(solved.get(row));
                refusal = attempt(SeedRow.insert(table, List.of(candidate)));
            }
            if (refusal != null) {
                last = refusal;
                // What no check knows of, an extension's type, a rule in a trigger: with as little as the table takes.
                candidate = candidate.with(nulls(table, candidate));
                refusal = attempt(SeedRow.insert(table, List.of(candidate)));
            }
            if (refusal == null) {
                good.add(candidate);
            }
        }
        if (good.isEmpty() && coming.lift(table.name())) {
            alone(table);
        } else if (good.isEmpty()) {
            empty.add(new Seeding.Empty(table.name(), last == null ? "" : last.reason()));
        } else {
            written.put(table.name(), good);
            counts.put(table.name(), good.size());
        }
    }

    private static Map<String, String> nulls(Table table, SeedRow row) {
        Map<String, String> nulls = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.nullable() && row.values().containsKey(column.name())) {
                nulls.put(column.name(), "NULL");
            }
        }
        return nulls;
    }

    private static List<String> inserts(Table table, List<SeedRow> rows) {
        return rows.get(0).values().isEmpty()
                ? Collections.nCopies(rows.size(), SeedRow.insert(table, rows))
                : List.of(SeedRow.insert(table, rows));
    }

    private @Nullable DatabaseException attempt(String sql) {
        try {
            session.transaction(() -> session.execute(sql));
            return null;
        } catch (DatabaseException e) {
            if (e.sqlState() == null
                    || e.sqlState().startsWith("08")
                    || e.sqlState().startsWith("57P")) {
                // The connection is lost: no other row would do better.
                throw e;
            }
            return e;
        }
    }
}
