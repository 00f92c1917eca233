package dev.retort.command.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Extra;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one server prints otherwise than another, here with what PostgreSQL 15 prints for the same statements. */
class OneSpellingTest {

    private static final int OLDER = 13;

    private final Database database = database();

    private final Schema newer = CatalogReader.read(database, Scope.ALL);

    /** What 15 prints. */
    private final Schema older =
            older(newer, " SELECT a.id,\n    upper(a.nm) AS big\n   FROM public.a\n  WHERE (a.nm IS NOT NULL);");

    private static Database database() {
        Database database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE TABLE a (id int PRIMARY KEY, nm text CONSTRAINT nm_there NOT NULL);"
                    + "CREATE VIEW plain AS SELECT id AS id, upper(nm) AS big FROM a WHERE nm IS NOT NULL;"
                    + "CREATE MATERIALIZED VIEW kept AS SELECT id AS id, upper(nm) AS big FROM a WHERE nm IS NOT NULL;"
                    + "CREATE UNIQUE INDEX kept_id ON kept (id);"
                    + "CREATE VIEW above AS SELECT p.big FROM plain p WHERE p.id IN (SELECT k.id FROM kept k)");
        }
        return database;
    }

    private static Schema older(Schema newer, String query) {
        SchemaBuilder older = newer.toBuilder();
        for (String name : List.of("plain", "kept")) {
            View view = newer.views().get(ObjectName.of(name));
            older.view(new View(
                    view.name(), query, view.materialized(), view.uses(), view.usesRelations(), view.indexes()));
        }
        newer.tables()
                .values()
                .forEach(table -> older.table(
                        table.toBuilder().notNulls(List.<NotNull>of()).build()));
        return older.extras(List.of(
                        new Extra(Extra.Kind.EXTENSION, new ObjectName("public", "citext"), null, "VERSION '1.5'")))
                .build();
    }

    private List<String> changes(Schema from, int fromVersion, Schema to, int toVersion) {
        OneSpelling.Sides sides = OneSpelling.of(from, fromVersion, database, to, toVersion, database);
        return SchemaDiffer.diff(sides.left(), sides.right(), Renames.NONE).operations().stream()
                .map(Operation::summary)
                .toList();
    }

    @Test
    void whatTwoServersPrintDifferentlyIsNoDifference() {
        int version = TestServer.majorVersion();
        assertThat(changes(older, OLDER, newer, version)).isEmpty();
        assertThat(changes(newer, version, older, OLDER)).isEmpty();
        assertThat(changes(older, version, newer, version))
                .as("two servers of one version print alike, so this is another query")
                .contains("drop view plain", "create view plain");
    }

    @Test
    void whatIsAnotherViewStaysOne() {
        Schema other = older(newer, " SELECT a.id,\n    lower(a.nm) AS big\n   FROM public.a;");
        assertThat(changes(other, OLDER, newer, TestServer.majorVersion()))
                .contains("create view plain", "create view kept");
    }

    @Test
    void theIndexesOfAMaterializedViewAreComparedAsTheyAre() {
        View kept = older.views().get(ObjectName.of("kept"));
        Schema without = older.toBuilder().view(kept.withIndexes(List.of())).build();
        assertThat(changes(without, OLDER, newer, TestServer.majorVersion()))
                .containsExactly("create unique index kept_id on kept");
    }

    @Test
    void whatCannotBeReadIsTold() {
        Schema other = older(newer, " SELECT a.id,\n    a.gone AS big\n   FROM public.a;");
        OneSpelling.Sides sides = OneSpelling.of(other, OLDER, database, newer, TestServer.majorVersion(), database);
        assertThat(sides.notCompared())
                .contains("the query of view plain could not be compared: column a.gone does not exist");
    }

    @Test
    void theVersionOfAnExtensionIsTheServers() {
        Extra extension = new Extra(Extra.Kind.EXTENSION, new ObjectName("public", "citext"), null, "VERSION '1.6'");
        Schema there = newer.toBuilder().extras(List.of(extension)).build();
        OneSpelling.Sides sides = OneSpelling.of(older, OLDER, database, there, TestServer.majorVersion(), database);
        assertThat(sides.left().extras()).containsExactly(extension);
    }
}
