package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What warnings say to run, run as they say it, with rows. */
class CuresWithRowsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void timesOfAnotherZone() throws SQLException {
        String local = "CREATE TABLE \"Vis it\" (id int, \"A t\" timestamp, list timestamp[])";
        String moment = "CREATE TABLE \"Vis it\" (id int, \"A t\" timestamptz, list timestamptz[])";
        Schema to = read(moment);
        Schema from = read(local);
        execute("INSERT INTO \"Vis it\" VALUES (1, '2024-07-01 12:00', '{2024-01-01 12:00}')");
        inZone(SchemaDiffer.diff(from, to, Renames.NONE));
        assertThat(one("SELECT (\"A t\" AT TIME ZONE 'UTC') || ' ' || (list[1] AT TIME ZONE 'UTC') FROM \"Vis it\""))
                .isEqualTo("2024-07-01 10:00:00 2024-01-01 11:00:00");
        inZone(SchemaDiffer.diff(to, from, Renames.NONE));
        assertThat(one("SELECT \"A t\" || ' ' || list[1] FROM \"Vis it\""))
                .isEqualTo("2024-07-01 12:00:00 2024-01-01 12:00:00");
    }

    /** As a revision runs: in UTC, and in one transaction. */
    private static void inZone(Difference difference) throws SQLException {
        PastedCures pasted = new PastedCures();
        pasted.add(of(difference, "time-zone-dependent-conversion"));
        List<Operation> operations = new ArrayList<>(pasted.compiled());
        assertThat(operations).hasSize(1);
        operations.addAll(difference.operations());
        Connection connection = database.connection();
        execute("SET timezone = 'UTC'");
        connection.setAutoCommit(false);
        database.apply(operations);
        connection.commit();
        connection.setAutoCommit(true);
        assertThat(one("SHOW timezone")).isEqualTo("UTC");
    }

    @Test
    void valuesThatOnlyTheNewEnumKnows() throws SQLException {
        String tables =
                " CREATE TABLE \"T ask\" (id int, \"Sta te\" \"Mo od\" DEFAULT 'ok'); CREATE TABLE log (was \"Mo od\")";
        Schema to = read("CREATE TYPE \"Mo od\" AS ENUM ('it''s', 'new', 'ok');" + tables);
        Schema from = read("CREATE TYPE \"Mo od\" AS ENUM ('it''s', 'ok');" + tables);
        Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
        Difference down = SchemaDiffer.diff(to, from, Renames.NONE);
        database.apply(up.operations());
        execute("INSERT INTO \"T ask\" VALUES (1, 'new'), (2, 'it''s'); INSERT INTO log VALUES ('new')");
        assertThatThrownBy(() -> database.apply(down.operations())).hasMessageContaining("new");
        read("CREATE TYPE \"Mo od\" AS ENUM ('it''s', 'new', 'ok');" + tables);
        execute("INSERT INTO \"T ask\" VALUES (1, 'new'), (2, 'it''s')");
        String cure = of(up, "enum-value-irreversible").get(0).cure();
        assertThat(cure).startsWith("Before a downgrade give such rows another value, in each column of the type");
        execute(cure.split("`", -1)[1]);
        database.apply(down.operations());
        assertThat(one("SELECT string_agg(\"Sta te\"::text, ' ' ORDER BY id) FROM \"T ask\""))
                .isNotNull()
                .doesNotContain("new");
    }

    @Test
    void indexesThatAFailedBuildLeft() throws SQLException {
        String table = "CREATE TABLE \"T ask\" (id int, code int);";
        Schema with = read(table + "CREATE UNIQUE INDEX \"Co de\" ON \"T ask\" (code)");
        Schema without = read(table);
        for (Schema wanted : List.of(with, without)) {
            database.load(table + "INSERT INTO \"T ask\" VALUES (1, 1), (2, 1)");
            assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY \"Co de\" ON \"T ask\" (code)"))
                    .hasMessageContaining("Co de");
            execute("UPDATE \"T ask\" SET code = id");
            Difference difference = SchemaDiffer.diff(database.read(PUBLIC), wanted, Renames.NONE);
            execute(of(difference, "invalid-index").get(0).cure().split("`", -1)[1]);
            assertThat(SchemaDiffer.diff(database.read(PUBLIC), wanted, Renames.NONE)
                            .operations())
                    .isEmpty();
        }
        database.load(table + "INSERT INTO \"T ask\" VALUES (1, 1), (2, 1)");
        assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY \"Co de\" ON \"T ask\" (code)"))
                .hasMessageContaining("Co de");
        execute("UPDATE \"T ask\" SET code = id");
        Schema invalid = database.read(PUBLIC);
        Difference there = SchemaDiffer.diff(with, invalid, Renames.NONE);
        assertThat(there.operations()).isEmpty();
        execute(of(there, "invalid-index").get(0).cure().split("`", -1)[1]);
        assertThat(database.read(PUBLIC)).isEqualTo(with);
    }

    /** Each check is followed by what stands in its way: a key that looks at rows while others still have the number that they get. */
    @Test
    void codesOfKeysMoveAllAtOnce() throws SQLException {
        String table =
                "CREATE TABLE \"T ask\" (\"I d\" int PRIMARY KEY CONSTRAINT i CHECK (\"I d\" IN (%1$s)), u int UNIQUE CONSTRAINT u CHECK (u IN (%1$s)),"
                        + " x int CONSTRAINT x CHECK (x IN (%1$s)), n int CONSTRAINT n CHECK (n IN (%1$s))); CREATE UNIQUE INDEX \"X x\" ON \"T ask\" (x, n)";
        Schema to = read(table.formatted("2, 3, 4"));
        Schema from = read(table.formatted("1, 2, 3"));
        execute("INSERT INTO \"T ask\" VALUES (1, 1, 1, 1), (2, 2, 2, 1), (3, 3, 3, 3)");
        String rows = "SELECT string_agg(t::text, ' ' ORDER BY \"I d\") FROM \"T ask\" t";
        moved(SchemaDiffer.diff(from, to, Renames.NONE), "WHEN 1 THEN 2 WHEN 2 THEN 3 WHEN 3 THEN 4");
        assertThat(one(rows)).isEqualTo("(2,2,2,2) (3,3,3,2) (4,4,4,4)");
        assertThat(database.read(PUBLIC)).isEqualTo(to);
        moved(SchemaDiffer.diff(to, from, Renames.NONE), "WHEN 4 THEN 3 WHEN 3 THEN 2 WHEN 2 THEN 1");
        assertThat(one(rows)).isEqualTo("(1,1,1,1) (2,2,2,1) (3,3,3,3)");
        assertThat(database.read(PUBLIC)).isEqualTo(from);
    }

    private static void moved(Difference difference, String moves) throws SQLException {
        for (Operation operation : difference.operations()) {
            if (operation instanceof AddConstraint) {
                break;
            }
            database.apply(List.of(operation));
        }
        for (Warning warning : of(difference, "ordinal-enum-changed")) {
            PastedCures pasted = new PastedCures();
            pasted.add(List.of(new Warning(
                    warning.rule(),
                    warning.level(),
                    warning.objects(),
                    warning.message(),
                    warning.cure().replace("WHEN … THEN …", moves))));
            database.apply(pasted.compiled());
        }
        database.apply(difference.operations().stream()
                .filter(AddConstraint.class::isInstance)
                .toList());
    }

    private static List<Warning> of(Difference difference, String rule) {
        List<Warning> warnings = difference.warnings().stream()
                .filter(w -> w.rule().equals(rule))
                .toList();
        assertThat(warnings).isNotEmpty();
        return warnings;
    }

    private static Schema read(String script) throws SQLException {
        database.load(script);
        return database.read(PUBLIC);
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
