package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Check;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.sql.SqlRenderer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks of a partitioned table whose names partitions have for something of their own. */
class PartitionConstraintsTest {

    private static final ObjectName MEASURED = ObjectName.of("m");

    private final Database database = TestServer.fresh();

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    @Test
    void aNameThatAPartitionHasForSomethingElseIsAnErrorAndItsCureHelps() {
        for (String own : List.of("CHECK (v > 1)", "CHECK (v > 0) NOT VALID", "CHECK (v > 0) NO INHERIT")) {
            execute("DROP TABLE IF EXISTS m; CREATE TABLE m (id int NOT NULL, v int) PARTITION BY LIST (id);"
                    + " CREATE TABLE \"M 1\" PARTITION OF m FOR VALUES IN (1);"
                    + " ALTER TABLE \"M 1\" ADD CONSTRAINT \"Low\" " + own);
            Schema is = read();
            Difference up = SchemaDiffer.diff(is, with(is, Check.of("Low", "v > 0")), Renames.NONE);
            Warning warning = up.warnings().stream()
                    .filter(w -> w.rule().equals(PartitionConstraints.RULE))
                    .findFirst()
                    .orElseThrow();
            assertThat(warning.level()).isEqualTo(Warning.Level.ERROR);
            assertThat(warning.cure())
                    .isEqualTo("Before it run `ALTER TABLE \"M 1\" RENAME CONSTRAINT \"Low\" TO \"Low_own\"`");
            assertThatThrownBy(() -> run(up)).hasMessageContaining("Low");
            execute(warning.cure()
                    .substring(warning.cure().indexOf('`') + 1, warning.cure().lastIndexOf('`')));
            run(up);
            assertThat(read().tables().get(MEASURED).checks()).hasSize(1);
        }
    }

    @Test
    void aNewPartitionedTableTakesRowsOnceItsCureHasRun() {
        for (String by : List.of("LIST (id)", "RANGE (id, \"V\")", "HASH (id)")) {
            execute("CREATE TABLE \"M 'x\" (id int, \"V\" int) PARTITION BY " + by
                    + "; CREATE SEQUENCE \"M 'x_default\"");
            Schema to = read();
            execute("DROP TABLE \"M 'x\"");
            Difference up = SchemaDiffer.diff(read(), to, Renames.NONE);
            Warning warning = up.warnings().get(0);
            assertThat(up.warnings()).containsExactly(warning);
            assertThat(warning.rule()).isEqualTo(MissingPartitions.RULE);
            assertThat(warning.objects()).containsExactly("public.M 'x");
            run(up);
            String insert = "INSERT INTO \"M 'x\" VALUES (1, 2)";
            assertThatThrownBy(() -> execute(insert)).hasMessageContaining("no partition");
            String cure = warning.cure()
                    .replaceFirst("(?s).*op\\.execute\\(\"(.*)\"\\)`.*", "$1")
                    .replace("\\\"", "\"");
            execute(cure);
            execute(insert);
            assertThat(MissingPartitions.open(up.warnings(), List.of(new Execute(cure))))
                    .isEmpty();
            assertThat(MissingPartitions.open(up.warnings(), List.of(new Execute("SELECT 'PARTITION OF'"))))
                    .hasSize(1);
            execute("DROP TABLE \"M 'x\"; DROP SEQUENCE \"M 'x_default\"");
        }
    }

    @Test
    void towardsAModelTheUnnamedGetsANameOfItsOwnAndWhatGoesIsTold() {
        execute("CREATE TABLE m (id int NOT NULL, v int, w int) PARTITION BY LIST (id);"
                + " CREATE TABLE m_1 PARTITION OF m FOR VALUES IN (1);"
                + " ALTER TABLE m_1 ADD CONSTRAINT m_v_check CHECK (v > 1), ADD CONSTRAINT same CHECK (w > 0),"
                + " ALTER COLUMN w SET NOT NULL");
        Schema is = read();
        Table table = is.tables().get(MEASURED);
        Schema model = Schema.builder()
                .table(table.toBuilder()
                        .columns(table.columns().stream()
                                .map(c -> c.name().equals("w") ? c.withNullable(false) : c)
                                .toList())
                        .checks(List.of(Check.of(null, "v > 0"), Check.of("same", "w > 0")))
                        .options(null)
                        .build())
                .build();
        Completed completed = Completion.complete(model, is, Naming.POSTGRESQL, Renames.NONE, Set.of(MEASURED));
        Difference up = completed.spare(SchemaDiffer.diff(is, completed.schema(), Renames.NONE), Set.of());
        Difference down = completed.spare(SchemaDiffer.diff(completed.schema(), is, Renames.NONE), Set.of());
        assertThat(up.operations())
                .extracting(Operation::summary)
                .containsExactlyInAnyOrder(
                        "alter column m.w: not null",
                        "add check m_v_check1 (v > 0) on m",
                        "add check same (w > 0) on m");
        assertThat(up.warnings()).extracting(Warning::rule).doesNotContain(PartitionConstraints.RULE);
        // No revision knows the partition: what it loses on the way down is said.
        assertThat(down.operations())
                .extracting(Operation::kind)
                .containsExactlyInAnyOrder("drop_constraint", "drop_constraint", "alter_column");
        assertThat(DowngradeWarnings.of(up, down))
                .extracting(Warning::message)
                .contains(
                        "on the way down, the partition m_1 has a check same of its own, which goes with the one of its parent",
                        "on the way down, the partition m_1 has a NOT NULL of its own for w, which goes with the one of its parent");
        run(up);
        run(down);
        assertThat(read().tables().get(MEASURED)).isEqualTo(table);
    }

    private static Schema with(Schema schema, Check check) {
        return schema.toBuilder()
                .table(schema.tables().get(MEASURED).toBuilder()
                        .checks(List.of(check))
                        .build())
                .build();
    }

    private Schema read() {
        return CatalogReader.read(database, Scope.of(Set.of("public")));
    }

    private void run(Difference difference) {
        execute(difference.operations().stream()
                .flatMap(o -> Stream.of(SqlRenderer.render(o)).flatMap(List::stream))
                .map(s -> s.sql())
                .reduce("", (all, sql) -> all + sql + ";\n"));
    }

    private void execute(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
        }
    }
}
