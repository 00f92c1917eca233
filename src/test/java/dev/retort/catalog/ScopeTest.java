package dev.retort.catalog;

import static dev.retort.catalog.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.database.Database;
import dev.retort.schema.Extra;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read and what is not. */
class ScopeTest {

    private static final String SHOP = "create schema app; create schema \"O'dd \"\"one\"; create table app.a (id int"
            + " primary key); create table b (id int references app.a); create sequence \"O'dd \"\"one\".s;"
            + " create table \"O'dd \"\"one\".\"select\" (\"from\" int); create type app.e as enum ('x');"
            + " create view app.v as select id from b; create domain public.d as int";

    @Test
    void namespacesAreReadAsAsked() {
        Database database = TestCatalog.database(SHOP);
        Schema odd = CatalogReader.read(database, Scope.of(Set.of("O'dd \"one")));
        assertThat(odd.namespaces()).containsExactly("O'dd \"one");
        assertThat(odd.tables().keySet()).containsExactly(new ObjectName("O'dd \"one", "select"));
        assertThat(odd.sequences()).hasSize(1);
        assertThat(odd.enums()).isEmpty();
        Schema open = CatalogReader.read(database, Scope.of(Set.of("public")));
        assertThat(open.namespaces()).isEmpty();
        assertThat(open.domains()).hasSize(1);
        assertThat(table(open, "b").foreignKeys())
                .containsExactly(ForeignKey.of("b_id_fkey", List.of("id"), new ObjectName("app", "a"), List.of("id")));
        Schema app = CatalogReader.read(database, Scope.of(Set.of("app", "pg_catalog")));
        assertThat(app.tables()).hasSize(1);
        assertThat(app.views().get(new ObjectName("app", "v")).usesRelations()).containsExactly(ObjectName.of("b"));
    }

    @Test
    void relationsAreReadAsAsked() {
        Database database = TestCatalog.database(SHOP);
        Scope scope = new Scope(
                null,
                List.of(Pattern.compile("app\\..*"), Pattern.compile("public\\.b")),
                List.of(Pattern.compile(".*\\.v")),
                Set.of(ObjectName.of("b")));
        Schema schema = CatalogReader.read(database, scope);
        assertThat(schema.tables().keySet()).containsExactly(new ObjectName("app", "a"));
        assertThat(schema.views()).isEmpty();
        assertThat(schema.sequences()).isEmpty();
    }

    @Test
    void otherToolsTablesAreNotSeenUnlessAskedFor() {
        Database database =
                TestCatalog.database("create table flyway_schema_history (id serial primary key, note text);"
                        + " create index i on flyway_schema_history (note); create table databasechangelog (id int);"
                        + " create table databasechangeloglock (id int); create table alembic_version (id int);"
                        + " create table retort_version (id int); create table \"HT_a\" (id int); create table hte_a (id int);"
                        + " create temp table mine (id serial)");
        assertThat(CatalogReader.read(database, Scope.ALL)).isEqualTo(Schema.EMPTY);
        ObjectName mapped = ObjectName.of("hte_a");
        assertThat(CatalogReader.read(database, Scope.ALL.withVisible(Set.of(mapped)))
                        .tables())
                .containsOnlyKeys(mapped);
    }

    @Test
    void whatAnExtensionOwnsIsNotSeen() {
        Database database = TestCatalog.database("select 1");
        String extension = TestCatalog.value(
                database,
                "select name from pg_available_extensions where name in ('citext', 'hstore') order by name limit 1");
        if (extension.isEmpty()) {
            // A table and a type can be made members of the one extension that every server has.
            TestCatalog.run(
                    database,
                    "create table member (id int); create type member_type as enum ('a');"
                            + " alter extension plpgsql add table member; alter extension plpgsql add type member_type");
            assertThat(CatalogReader.read(database, Scope.ALL)).isEqualTo(Schema.EMPTY);
        } else {
            TestCatalog.run(
                    database,
                    "create schema ext; create extension " + extension + " schema ext; create table t (a ext."
                            + extension + ")");
            Schema schema = CatalogReader.read(database, Scope.ALL);
            assertThat(table(schema, "t").columns().get(0).type().userType())
                    .isEqualTo(new ObjectName("ext", extension));
            assertThat(schema.extras())
                    .extracting(Extra::kind)
                    .containsExactly(Extra.Kind.EXTENSION, Extra.Kind.EXTENSION_COMMENT);
            assertThat(schema.casts()).isEmpty();
        }
    }

    @Test
    void hostileNamesAreVerbatim() {
        String longest = "ü".repeat(31) + "x";
        String hostile = "a\"b'c\\d */ \\u002a/ \"\"\" ; $$ ?";
        Database database = TestCatalog.database("create table " + Quoted.identifier(hostile) + " ("
                + Quoted.identifier(hostile) + " int primary key, " + Quoted.identifier(longest)
                + " text default '\\u002a/ ? ''\"\"\"', \"new\nline\" int check (\"new\nline\" > 0));"
                + " create index " + Quoted.identifier(longest) + " on " + Quoted.identifier(hostile) + " ("
                + Quoted.identifier(longest) + ", lower(" + Quoted.identifier(longest) + "));"
                + " create type " + Quoted.identifier(hostile + "t") + " as enum (" + Quoted.literal(hostile) + ");"
                + " alter table " + Quoted.identifier(hostile) + " add e " + Quoted.identifier(hostile + "t"));
        Schema schema = CatalogReader.read(database, Scope.ALL);
        var table = table(schema, hostile);
        assertThat(table.columns()).extracting(c -> c.name()).containsExactly(hostile, longest, "new\nline", "e");
        assertThat(table.primaryKey().columns()).containsExactly(hostile);
        assertThat(table.indexes().get(0).name()).isEqualTo(longest);
        assertThat(table.indexes().get(0).keys().get(0).column()).isEqualTo(longest);
        assertThat(table.columns().get(3).type().userType()).isEqualTo(ObjectName.of(hostile + "t"));
        assertThat(schema.enums().get(ObjectName.of(hostile + "t")).labels()).containsExactly(hostile);
    }

    @Test
    void theRoundTripsAreAsManyForAThousandTablesAsForNone() {
        CountingDatabase empty = new CountingDatabase(TestCatalog.database("select 1"));
        CatalogReader.read(empty, Scope.ALL);
        StringBuilder script = new StringBuilder();
        IntStream.range(0, 1000)
                .forEach(i -> script.append("create table t" + i
                        + " (id int primary key, a text default 'x', check (a <> '')); create index on t" + i
                        + " (a); "));
        CountingDatabase full = new CountingDatabase(TestCatalog.database(script.toString()));
        assertThat(CatalogReader.read(full, Scope.ALL).tables()).hasSize(1000);
        assertThat(full.executions()).isEqualTo(empty.executions()).isEqualTo(1);
    }
}
