package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.TestServer;
import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An identity whose child has a {@code NOT NULL} of another name: PostgreSQL 18 gives it no other type, and the way that is told is one. */
class InheritedIdentityTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

    @Test
    void isToldWithTheWayInThreeRevisions() throws SQLException {
        assumeTrue(TestServer.majorVersion() >= 18, "NOT NULL has names from PostgreSQL 18");
        String tables =
                "CREATE TABLE p (id int GENERATED ALWAYS AS IDENTITY); CREATE TABLE c (PRIMARY KEY (id)) INHERITS (p);";
        ScenarioDatabase database = new ScenarioDatabase();
        try {
            database.load(tables.replace("int ", "bigint "));
            Schema to = database.read(ALL);
            database.load(tables);
            Difference difference = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
            Warning told = difference.warnings().stream()
                    .filter(w -> w.level() == Warning.Level.ERROR)
                    .findFirst()
                    .orElseThrow();
            assertThat(told.message()).contains("public.c, which inherits p.id", "(c_id_not_null)");
            assertThat(told.cure()).contains("three revisions");
            Schema start = database.read(ALL);
            database.load(tables.replace("GENERATED ALWAYS AS IDENTITY", "NOT NULL"));
            Schema first = database.read(ALL);
            database.load(tables.replace("int GENERATED ALWAYS AS IDENTITY", "bigint NOT NULL"));
            Schema second = database.read(ALL);
            database.load(tables);
            Schema now = start;
            for (Schema next : List.of(first, second, to)) {
                database.apply(SchemaDiffer.diff(now, next, Renames.NONE).operations());
                now = database.read(ALL);
                assertThat(SchemaDiffer.diff(now, next, Renames.NONE).operations())
                        .isEmpty();
            }
        } finally {
            database.close();
        }
    }
}
