package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
    void whatAKeyOfAPartitionRestsOnIsTold() throws SQLException {
        String kept =
                "CREATE TABLE m (id int, r int) PARTITION BY LIST (id); CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);"
                        + "ALTER TABLE m1 ADD CONSTRAINT \"M fk\" FOREIGN KEY (r) REFERENCES a (\"I d\")";
        cures(
                "CREATE TABLE a (\"I d\" int, CONSTRAINT a_pk PRIMARY KEY (\"I d\"));" + kept,
                "CREATE TABLE a (\"I d\" int NOT NULL, CONSTRAINT a_u UNIQUE (\"I d\"));" + kept,
                "Before the upgrade run `ALTER TABLE m1 DROP CONSTRAINT \"M fk\"`, and add it again after it");
        cures(
                "CREATE TABLE a (\"I d\" int UNIQUE, v int);" + kept,
                "CREATE TABLE a (v int);" + kept.replaceFirst(";ALTER TABLE.*", ""),
                "Before the upgrade run `ALTER TABLE m1 DROP CONSTRAINT \"M fk\"`");
    }

    @Test
    void aPrimaryKeyBesideThatOfAPartitionIsTold() throws SQLException {
        String parts = "CREATE TABLE m (id int NOT NULL, v int NOT NULL) PARTITION BY LIST (id);"
                + "CREATE TABLE m1 (id int NOT NULL, v int NOT NULL, CONSTRAINT own PRIMARY KEY (%s));"
                + "ALTER TABLE m ATTACH PARTITION m1 FOR VALUES IN (1);";
        String keyed = "CREATE TABLE m (id int, v int, CONSTRAINT k PRIMARY KEY (id)) PARTITION BY LIST (id);"
                + "CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);";
        cures(
                parts.formatted("v"),
                keyed + "ALTER TABLE m ALTER v SET NOT NULL",
                "Before it run `ALTER TABLE m1 DROP CONSTRAINT own`, and add it as UNIQUE again where rows are found by it");
        Difference same = diff(parts.formatted("id"), keyed + "ALTER TABLE m ALTER v SET NOT NULL");
        assertThat(same.warnings()).noneMatch(w -> w.level() == Warning.Level.ERROR);
        database.apply(same.operations());
    }

    @Test
    void aForeignKeyToAPartitionWithoutAKeyIsTold() throws SQLException {
        String parts =
                "CREATE TABLE m (id int NOT NULL) PARTITION BY LIST (id); CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);";
        String reader = "CREATE TABLE r (id int, CONSTRAINT rf FOREIGN KEY (id) REFERENCES m1 (id))";
        Difference difference = diff(
                parts + "ALTER TABLE m ADD PRIMARY KEY (id);" + reader,
                parts + "ALTER TABLE m1 ADD UNIQUE (id);" + reader);
        Warning warning = error(difference);
        assertThat(warning.cure())
                .isEqualTo("Above where it is added write `op.execute(\"ALTER TABLE m1 ADD UNIQUE (id)\")`");
        PastedCures pasted = new PastedCures();
        pasted.add(List.of(warning));
        List<Operation> operations = new ArrayList<>(difference.operations());
        operations.addAll(operations.size() - 1, pasted.compiled());
        database.apply(operations);
        assertThat(database.read(ALL).tables().get(ObjectName.of("r")).foreignKeys())
                .hasSize(1);
    }

    @Test
    void aNameThatAPartitionHasIsTold() throws SQLException {
        String parts =
                "CREATE TABLE m (id int, v int) PARTITION BY LIST (id); CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);";
        String own = parts + "CREATE INDEX \"Ow n\" ON m1 (v); CREATE INDEX ix ON m (id);";
        cures(
                own,
                parts + "CREATE INDEX ix ON m (id); CREATE TABLE \"Ow n\" (id int)",
                "Before the upgrade run `ALTER INDEX \"Ow n\" RENAME TO \"old_Ow n\"`");
        cures(
                own,
                parts + "CREATE SEQUENCE m1_id_idx; CREATE INDEX ix ON m (id); CREATE INDEX \"Ow n\" ON m1 (v)",
                "Before the upgrade run `ALTER INDEX m1_id_idx RENAME TO old_m1_id_idx`");
        cures(
                parts,
                parts.replace("m1", "n1") + "CREATE VIEW m1 AS SELECT 1 AS a",
                "Before the upgrade run `ALTER TABLE m1 RENAME TO old_m1`");
        Difference gone = diff(own, parts + "CREATE SEQUENCE m1_id_idx; CREATE INDEX \"Ow n\" ON m1 (v)");
        assertThat(gone.warnings()).noneMatch(w -> w.level() == Warning.Level.ERROR);
        database.apply(gone.operations());
    }

    /** It fails, and no longer once what the cure says first was run. */
    private static void cures(String before, String after, String cure) throws SQLException {
        Difference difference = diff(before, after);
        assertThat(error(difference).cure()).isEqualTo(cure);
        assertThatThrownBy(() -> database.apply(difference.operations())).isInstanceOf(SQLException.class);
        database.load(before);
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(cure.split("`", -1)[1]);
        }
        database.apply(difference.operations());
    }

    private static Warning error(Difference difference) {
        return difference.warnings().stream()
                .filter(w -> w.level() == Warning.Level.ERROR)
                .findFirst()
                .orElseThrow();
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
