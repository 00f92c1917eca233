package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two schemas between which values move to other places: both ways with what {@code possible-move} and {@code reference-means-another} say, pasted where it says. */
record MoveRoad(ScenarioDatabase database, Schema from, Schema to, Difference up, Difference down) {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final Set<String> RULES = Set.of("possible-move", "reference-means-another");

    private static final String ABOVE = "above the drop";
    private static final String LAST = "at the end of";
    private static final Pattern ABOVE_TYPE = Pattern.compile("above the (first )?change of type");
    private static final String BELOW_TYPE = "below the last change of type";
    private static final Pattern ABOVE_KEY = Pattern.compile("above (the (new )?foreign|the one that|those that)");

    /** The two schemas; the database has the first. */
    static List<Schema> read(ScenarioDatabase database, String is, String shall) throws SQLException {
        database.load(shall);
        Schema to = database.read(PUBLIC);
        database.load(is);
        return List.of(database.read(PUBLIC), to);
    }

    /** The road between two schemas without renames; the database has the first. */
    static MoveRoad between(ScenarioDatabase database, String is, String shall) throws SQLException {
        List<Schema> both = read(database, is, shall);
        Schema from = both.get(0);
        Schema to = both.get(1);
        return new MoveRoad(
                database,
                from,
                to,
                SchemaDiffer.diff(from, to, Renames.NONE),
                SchemaDiffer.diff(to, from, Renames.NONE));
    }

    /**
     * Up and down, twice.
     *
     * @param query what shows that the values have moved
     * @param there what it shows then
     * @param before what must show the same after each way back
     */
    void thereAndBack(String query, String there, String before) throws SQLException {
        String was = one(before);
        for (int round = 0; round < 2; round++) {
            travel(up, true, to);
            assertThat(one(query)).isEqualTo(there);
            travel(down, false, from);
            assertThat(one(before)).isEqualTo(was);
        }
    }

    /**
     * Up, and down with what was written in between.
     *
     * @param meanwhile SQL that writes it
     * @param query what shows what came back
     */
    void backWith(String meanwhile, String query, String back) throws SQLException {
        travel(up, true, to);
        execute(meanwhile);
        travel(down, false, from);
        assertThat(one(query)).isEqualTo(back);
    }

    /** A query for all rows of the tables. */
    static String rowsOf(String... tables) {
        return List.of(tables).stream()
                .map(table ->
                        "(SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') FROM \"" + table + "\" t)")
                .collect(Collectors.joining(", ", "SELECT concat_ws('; ', ", ")"));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private void travel(Difference difference, boolean upwards, Schema target) throws SQLException {
        database.apply(pasted(difference.operations(), upwards));
        assertThat(SchemaDiffer.diff(database.read(PUBLIC), target, Renames.NONE)
                        .operations())
                .isEmpty();
    }

    /** The operations with the calls of each cure where it says: above what is dropped, at the end, or below the last of the table's new columns, or the table. */
    private List<Operation> pasted(List<Operation> operations, boolean upwards) {
        List<Operation> all = new ArrayList<>(operations);
        Set<String> seen = new HashSet<>();
        for (Warning warning : up.warnings()) {
            if (!RULES.contains(warning.rule()) || !seen.add(warning.cure())) {
                continue;
            }
            String[] ways = warning.cure().split("in downgrade, ", 2);
            String way = upwards ? ways[0] : ways.length > 1 ? ways[1] : "";
            PastedCures cures = new PastedCures();
            cures.add(List.of(new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), way)));
            List<Operation> calls = cures.compiled();
            if (!calls.isEmpty()) {
                paste(calls, way, all);
            }
        }
        return all;
    }

    private static void paste(List<Operation> calls, String way, List<Operation> all) {
        Set<String> required = calls.stream()
                .filter(AlterColumn.class::isInstance)
                .map(o -> ((AlterColumn) o).column())
                .collect(Collectors.toSet());
        int place = way.contains(LAST) ? all.size() : -1;
        for (int i = 0; i < all.size(); i++) {
            Operation operation = all.get(i);
            if (operation instanceof AddColumn add
                    && required.contains(add.column().name())) {
                all.set(i, new AddColumn(add.table(), add.column().withNullable(true)));
            }
            boolean type = operation instanceof AlterColumn alter
                    && alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance);
            if (way.contains(BELOW_TYPE)) {
                place = type ? i + 1 : place;
            } else if (ABOVE_TYPE.matcher(way).find()) {
                place = place < 0 && type ? i : place;
            } else if (ABOVE_KEY.matcher(way).find()) {
                boolean key = operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey;
                place = place < 0 && key ? i : place;
            } else if (way.contains(ABOVE)) {
                boolean drop = operation instanceof DropColumn || operation instanceof DropTable;
                place = place < 0 && drop ? i : place;
            } else if (!way.contains(LAST) && writes(calls.get(0), operation)) {
                place = i + 1;
            }
        }
        assertThat(place).as(way).isNotNegative();
        all.addAll(place, calls);
    }

    /** Whether the call writes into the table that the operation makes or widens. */
    private static boolean writes(Operation call, Operation operation) {
        String sql = ((Execute) call).sql();
        ObjectName table = operation instanceof CreateTable create
                ? create.table().name()
                : operation instanceof AddColumn add ? add.table() : null;
        String name = table == null ? "" : table.name().matches("[a-z_]+") ? table.name() : "\"" + table.name() + "\"";
        return table != null && (sql.startsWith("UPDATE " + name + " ") || sql.startsWith("INSERT INTO " + name + " "));
    }

    private String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
