package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<ColumnRef, List<String>> wanted;
    private final ValueMaker values;
    private final CheckSolver solver;
    private final Map<ObjectName, List<SeedRow>> written = new HashMap<>();
    private final SortedMap<ObjectName, Integer> counts = new TreeMap<>();
    private final List<Seeding.Empty> empty = new ArrayList<>();

    private RowSeeder(SqlSession session, Schema schema, Map<ColumnRef, List<String>> wanted) {
        this.wanted = wanted;
        this.session = session;
        this.schema = schema;
        this.values = new ValueMaker(schema);
        this.solver = new CheckSolver(session, values);
    }

    /**
     * Fills the tables of a database that has this schema, in one transaction.
     *
     * @throws DatabaseException if the server fails for a reason other than the rows
     */
    public static Seeding seed(SqlSession session, Schema schema) {
        return seed(session, schema, Map.of());
    }

    /**
     * Fills the tables, some columns with values that are asked for.
     *
     * @param wanted values as SQL; the first rows get one each
     * @throws DatabaseException if the server fails for a reason other than the rows
     */
    static Seeding seed(SqlSession session, Schema schema, Map<ColumnRef, List<String>> wanted) {
        RowSeeder seeder = new RowSeeder(session, schema, wanted);
        session.transaction(seeder::fill);
        return new Seeding(seeder.counts, seeder.empty);
    }

    private void fill() {
        // A key that is checked at the commit would hide which row is wrong.
        session.execute("SET CONSTRAINTS ALL IMMEDIATE");
        values.largeObjects(ROWS).forEach(this::attempt);
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
        new KeyFiller(session, schema, written).fill();
    }

    private void together(List<Table> tables) {
        if (tables.isEmpty()) {
            return;
        }
        StringBuilder script = new StringBuilder();
        for (Table table : tables) {
            List<SeedRow> rows = rows(table);
            written.put(table.name(), rows);
            for (String insert : inserts(table, rows)) {
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

    /** One statement for all of them: foreign keys are checked when it ends. */
    private void cycle(List<Table> tables) {
        for (Table table : tables) {
            written.put(table.name(), rows(table));
        }
        // The keys within the cycle are known only now.
        for (Table table : tables) {
            written.put(table.name(), rows(table));
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
        DatabaseException refusal = attempt(sql + " SELECT 1");
        for (Table table : tables) {
            if (refusal == null) {
                counts.put(table.name(), ROWS);
            } else {
                written.remove(table.name());
                empty.add(new Seeding.Empty(table.name(), refusal.reason()));
            }
        }
    }

    private void alone(Table table) {
        List<SeedRow> rows = rows(table);
        List<SeedRow> ring = SelfReferences.inARing(table, rows);
        for (List<SeedRow> all : ring.equals(rows) ? List.of(rows) : List.of(rows, ring)) {
            if (attempt(String.join(";\n", inserts(table, all))) == null) {
                written.put(table.name(), all);
                counts.put(table.name(), ROWS);
                return;
            }
        }
        List<Map<String, List<String>>> keys = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            keys.add(choices(table, row));
        }
        List<Map<String, String>> solved = solver.solve(table, ROWS, keys);
        List<SeedRow> good = new ArrayList<>();
        DatabaseException last = null;
        for (int row = 0; row < ROWS; row++) {
            SeedRow candidate = rows.get(row).with(solved.get(row));
            DatabaseException refusal = attempt(SeedRow.insert(table, List.of(candidate)));
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
        if (good.isEmpty()) {
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

    private List<SeedRow> rows(Table table) {
        List<SeedRow> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, String> keys = keys(table, row);
            Map<String, String> all = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    String key = keys.get(column.name());
                    all.put(column.name(), key != null ? key : values.value(column.type(), row + 1));
                }
            }
            rows.add(new SeedRow(all));
        }
        return rows;
    }

    /** The columns of foreign keys: what the target's row has; nothing yet where the target comes later and the key can wait. */
    private Map<String, String> keys(Table table, int row) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            List<SeedRow> targets =
                    key.target().equals(table.name()) ? List.of() : written.getOrDefault(key.target(), List.of());
            for (int at = 0; at < key.columns().size(); at++) {
                String column = key.columns().get(at);
                if (!targets.isEmpty()) {
                    String value = targets.get(row % targets.size())
                            .values()
                            .get(key.targetColumns().get(at));
                    keys.putIfAbsent(column, value == null ? "NULL" : value);
                } else if (key.target().equals(table.name()) && SeedOrder.isRequired(table, key)) {
                    // The row points to itself.
                    keys.putIfAbsent(column, own(table, key.targetColumns().get(at), row));
                } else if (table.column(column).map(Column::nullable).orElse(false)) {
                    keys.putIfAbsent(column, "NULL");
                }
            }
        }
        wanted.forEach((column, values) -> {
            if (column.table().equals(table.name()) && row < values.size()) {
                keys.putIfAbsent(column.column(), values.get(row));
            }
        });
        return keys;
    }

    /** What each column of a foreign key may hold: of a key of one column whatever its target has, so that two of them can differ. */
    private Map<String, List<String>> choices(Table table, int row) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        keys(table, row).forEach((column, value) -> choices.put(column, List.of(value)));
        for (ForeignKey key : table.foreignKeys()) {
            List<SeedRow> targets = written.getOrDefault(key.target(), List.of());
            String column = key.columns().get(0);
            boolean alone = key.columns().size() == 1
                    && !key.target().equals(table.name())
                    && table.foreignKeys().stream()
                            .allMatch(k -> k.equals(key) || !k.columns().contains(column));
            if (alone && !targets.isEmpty()) {
                List<String> all = new ArrayList<>();
                for (int at = 0; at < targets.size(); at++) {
                    String value = targets.get((row + at) % targets.size())
                            .values()
                            .get(key.targetColumns().get(0));
                    all.add(value == null ? "NULL" : value);
                }
                choices.put(column, all);
            }
        }
        return choices;
    }

    private String own(Table table, String column, int row) {
        Column target = table.columnsByName().get(column);
        return target == null ? "NULL" : values.value(target.type(), row + 1);
    }
}
