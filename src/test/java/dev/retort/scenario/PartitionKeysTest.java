package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Foreign keys that partitions have for themselves, and columns that hold rows: what PostgreSQL refuses because of them is ordered or told. */
class PartitionKeysTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

    private static final String PARTITIONED = "CREATE SCHEMA \"S p\"; CREATE TABLE \"S p\".a (id int PRIMARY KEY);"
            + "CREATE TABLE m (id int, r int) PARTITION BY LIST (id); CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);"
            + "ALTER TABLE m1 ADD CONSTRAINT \"m1 fk\" FOREIGN KEY (r) REFERENCES \"S p\".a;";

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
    void theTableOfThePartitionGoesFirst() throws SQLException {
        Difference difference = diff(PARTITIONED, "CREATE SCHEMA \"S p\"");
        database.apply(difference.operations());
        assertThat(database.read(ALL).tables()).isEmpty();
    }

    @Test
    void oneThatStaysIsTold() throws SQLException {
        Difference difference = diff(
                PARTITIONED,
                "CREATE SCHEMA \"S p\"; CREATE TABLE m (id int, r int) PARTITION BY LIST (id);"
                        + "CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1)");
        assertThat(difference.warnings())
                .filteredOn(w -> w.level() == Warning.Level.ERROR)
                .singleElement()
                .satisfies(w -> assertThat(w.cure())
                        .isEqualTo("Before the upgrade run `ALTER TABLE m1 DROP CONSTRAINT \"m1 fk\"`"));
    }

    @Test
    void aColumnThatChangesWithinRowsThatOthersHold() throws SQLException {
        Difference difference = diff(
                "CREATE TABLE a (x int, y int); CREATE TABLE b (r a[])",
                "CREATE TABLE a (x bigint, y int); CREATE TABLE b (r a[])");
        assertThat(difference.warnings())
                .filteredOn(w -> w.rule().equals("row-type-in-use"))
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.level()).isEqualTo(Warning.Level.ERROR);
                    assertThat(w.message()).startsWith("a.x changes its type, and b.r holds rows of a");
                    assertThat(w.cure()).contains("`USING r::text[]`");
                });
    }

    /** Leaves the database as the first is. */
    private static Difference diff(String before, String after) throws SQLException {
        database.load(after);
        Schema to = database.read(ALL);
        database.load(before);
        return SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
    }
}
