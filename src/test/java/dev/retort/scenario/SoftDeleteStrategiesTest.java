package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Indicators of {@code @SoftDelete} whose strategy changes with their name: what the warnings say is pasted on both ways. */
class SoftDeleteStrategiesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));
    private static final String RULE = "deleted-rows-return";
    private static final String TABLE = "CREATE TABLE %1$s (id int PRIMARY KEY, n text, %2$s boolean NOT NULL%3$s);"
            + "COMMENT ON COLUMN %1$s.%2$s IS 'Soft-delete indicator';";

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
    void aNewNameOfTheContraryIsTurnedBothWays() throws SQLException {
        for (List<String> way : List.of(
                List.of("deleted", "active", ""),
                List.of("active", "\"re moved\"", ""),
                List.of("deleted", "alive", ", UNIQUE (n, %s)"))) {
            Schema is = read(TABLE.formatted("guest", way.get(0), way.get(2).formatted(way.get(0))));
            Schema shall =
                    read(TABLE.formatted("\"Gue st\"", way.get(1), way.get(2).formatted(way.get(1))));
            List<String> renames = List.of(
                    "guest=Gue st", "guest." + way.get(0) + "=" + way.get(1).replace("\"", ""));
            Difference up = SchemaDiffer.diff(is, shall, Renames.parse(renames));
            Difference down =
                    SchemaDiffer.diff(shall, is, Renames.parse(renames).inverse());
            Warning told = only(up);
            assertThat(told.level()).isEqualTo(Warning.Level.WARNING);
            assertThat(told.message()).contains("deleted rows are found again, and the others no more");
            PastedCures pasted = new PastedCures();
            pasted.add(List.of(told));
            List<Operation> calls = pasted.compiled();
            assertThat(calls).hasSize(2);
            database.load(TABLE.formatted("guest", way.get(0), way.get(2).formatted(way.get(0))));
            execute("INSERT INTO guest VALUES (1, 'x', true), (2, 'x', false)");
            database.apply(below(up, RenameColumn.class, calls.get(0)));
            assertThat(one("SELECT string_agg(id || ' ' || " + way.get(1) + ", ' ' ORDER BY id) FROM \"Gue st\""))
                    .isEqualTo("1 false 2 true");
            database.apply(below(down, RenameColumn.class, calls.get(1)));
            assertThat(one("SELECT string_agg(id || ' ' || " + way.get(0) + ", ' ' ORDER BY id) FROM guest"))
                    .isEqualTo("1 true 2 false");
        }
    }

    /** A key of the rows that are not deleted is made anew, and would meet those that are while the values are turned. */
    @Test
    void whatAsksForItGoesBefore() throws SQLException {
        String is =
                TABLE.formatted("guest", "deleted", "") + "CREATE UNIQUE INDEX once ON guest (n) WHERE NOT deleted;";
        String shall = TABLE.formatted("guest", "active", "") + "CREATE UNIQUE INDEX once ON guest (n) WHERE active;";
        Difference up = SchemaDiffer.diff(read(is), read(shall), Renames.parse(List.of("guest.deleted=active")));
        Warning told = only(up);
        assertThat(told.cure()).contains("below the rename and the drops of what asks for it, and in downgrade");
        PastedCures pasted = new PastedCures();
        pasted.add(List.of(told));
        database.load(is);
        execute("INSERT INTO guest VALUES (1, 'x', true), (2, 'x', true), (3, 'x', false)");
        List<Operation> all = new ArrayList<>(up.operations());
        int created = all.indexOf(
                all.stream().filter(CreateIndex.class::isInstance).findFirst().orElseThrow());
        all.add(created, pasted.compiled().get(0));
        database.apply(all);
        assertThat(one("SELECT string_agg(id::text, ' ') FROM guest WHERE active"))
                .isEqualTo("3");
    }

    @Test
    void aNameThatTellsNothingLeavesItOpen() throws SQLException {
        for (List<String> way : List.of(
                List.of("deleted", "zombie", "the name zombie does not tell"),
                List.of("zombie", "active", "the name zombie does not tell"),
                List.of("zombie", "ghost", "neither name tells"))) {
            Warning told = only(SchemaDiffer.diff(
                    read(TABLE.formatted("guest", way.get(0), "")),
                    read(TABLE.formatted("guest", way.get(1), "")),
                    Renames.parse(List.of("guest." + way.get(0) + "=" + way.get(1)))));
            assertThat(told.level()).isEqualTo(Warning.Level.INFO);
            assertThat(told.message()).contains(way.get(2));
            assertThat(told.cure()).startsWith("Where it does, write `op.execute(\"UPDATE guest SET " + way.get(1));
        }
        for (List<String> way :
                List.of(List.of("deleted", "is_deleted"), List.of("go_ing", "goIng"), List.of("active", "enabled"))) {
            assertThat(SchemaDiffer.diff(
                                    read(TABLE.formatted("guest", way.get(0), "")),
                                    read(TABLE.formatted("guest", "\"" + way.get(1) + "\"", "")),
                                    Renames.parse(List.of("guest." + way.get(0) + "=" + way.get(1))))
                            .warnings())
                    .as(way.toString())
                    .isEmpty();
        }
        // A column that is no indicator says what its name says.
        String plain = "CREATE TABLE guest (id int PRIMARY KEY, %s boolean NOT NULL)";
        assertThat(SchemaDiffer.diff(
                                read(plain.formatted("deleted")),
                                read(plain.formatted("active")),
                                Renames.parse(List.of("guest.deleted=active")))
                        .warnings())
                .isEmpty();
    }

    @Test
    void whatANewOneTakesIsOfferedForBoth() throws SQLException {
        for (List<String> way : List.of(
                List.of(
                        "deleted",
                        "zombie",
                        "`--backfill 'guest.zombie=(deleted)'` where zombie says which rows are deleted, or"
                                + " `--backfill 'guest.zombie=(NOT deleted)'` where it says which are active, to fill"),
                List.of(
                        "zombie",
                        "active",
                        "`--backfill 'guest.active=(NOT zombie)'` where zombie says which rows are deleted, or"
                                + " `--backfill 'guest.active=(zombie)'` where it says which are active, to fill"),
                List.of(
                        "zombie",
                        "ghost",
                        "`--backfill 'guest.ghost=(zombie)'` where both say the same of a row, or `--backfill"
                                + " 'guest.ghost=(NOT zombie)'` where one says which rows are deleted"),
                List.of("deleted", "alive", "`--backfill 'guest.alive=(NOT deleted)'` to fill"))) {
            assertThat(SchemaDiffer.diff(
                                    read(TABLE.formatted("guest", way.get(0), "")),
                                    read(TABLE.formatted("guest", way.get(1), "")),
                                    Renames.NONE)
                            .warnings())
                    .filteredOn(w -> w.rule().equals("required-column-without-default"))
                    .singleElement()
                    .satisfies(w -> assertThat(w.cure()).containsIgnoringCase("run again with " + way.get(2)));
        }
    }

    /** The time of the deletion, in a column of the same name. */
    @Test
    void aTimeIsOfferedForBoth() throws SQLException {
        Schema truth = read(TABLE.formatted("guest", "zombie", ""));
        Schema time = read(TABLE.formatted("guest", "zombie", "").replace("boolean NOT NULL", "timestamptz"));
        assertThat(cures(SchemaDiffer.diff(truth, time, Renames.NONE)))
                .contains("(\"CASE WHEN zombie THEN now() END\")` where zombie says which rows are deleted")
                .contains("(\"CASE WHEN NOT zombie THEN now() END\")` where it says which are active");
        assertThat(cures(SchemaDiffer.diff(time, truth, Renames.NONE)))
                .contains("(\"zombie IS NOT NULL\").notNull()` where zombie says which rows are deleted")
                .contains("(\"zombie IS NULL\").notNull()` where it says which are active");
    }

    private static String cures(Difference difference) {
        return String.join(
                "\n", difference.warnings().stream().map(Warning::cure).toList());
    }

    private static Warning only(Difference difference) {
        List<Warning> told = difference.warnings().stream()
                .filter(w -> w.rule().equals(RULE))
                .toList();
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private static List<Operation> below(Difference difference, Class<? extends Operation> what, Operation call) {
        List<Operation> all = new ArrayList<>(difference.operations());
        int place =
                all.indexOf(all.stream().filter(what::isInstance).findFirst().orElseThrow());
        all.add(place + 1, call);
        return all;
    }

    private static Schema read(String sql) throws SQLException {
        database.load(sql);
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
