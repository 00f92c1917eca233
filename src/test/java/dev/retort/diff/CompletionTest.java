package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static Schema read(String script) throws SQLException {
        Database database = TestServer.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
        Schema schema = CatalogReader.read(database, Scope.ALL);
        TestServer.drop(database);
        return schema;
    }

    private static Schema unnamed(Schema schema) {
        var builder = Schema.builder();
        for (Table table : schema.allTables()) {
            PrimaryKey key = table.primaryKey();
            builder.table(table.toBuilder()
                    .primaryKey(key == null ? null : key.withName(null))
                    .uniques(table.uniques().stream().map(u -> u.withName(null)).toList())
                    .checks(table.checks().stream().map(c -> c.withName(null)).toList())
                    .foreignKeys(table.foreignKeys().stream()
                            .map(k -> k.withName(null))
                            .toList())
                    .indexes(table.indexes().stream().map(i -> i.withName(null)).toList())
                    .options(null)
                    .build());
        }
        return builder.build();
    }

    private static Completed complete(Schema wanted, Schema actual, ObjectName... managed) {
        return Completion.complete(wanted, actual, Naming.POSTGRESQL, Renames.NONE, Set.of(managed));
    }

    private static List<String> drift(Schema wanted, Schema actual, ObjectName... managed) {
        Schema completed = complete(wanted, actual, managed).schema();
        return SchemaDiffer.diff(actual, completed, Renames.NONE).operations().stream()
                .map(Operation::summary)
                .toList();
    }

    /** The oracle is the server: what it named by itself, the completion of the nameless names the same. */
    @Test
    void namesAreThoseThatPostgresqlChooses() throws SQLException {
        Schema schema = read("""
                CREATE TABLE customer_with_a_rather_long_table_name_indeed (
                  id integer PRIMARY KEY,
                  a_column_whose_name_is_long_enough_to_be_cut integer UNIQUE CHECK (a_column_whose_name_is_long_enough_to_be_cut > 0),
                  b integer CHECK (b > 0) CHECK (b < 10),
                  UNIQUE (b, id),
                  CHECK (id > b),
                  CHECK (1 < 2));
                CREATE TABLE "ünïcödé_täble_ünïcödé_täble_ünïcödé" ("cölümn_ünïcödé_cölümn_ünïcödé" integer UNIQUE
                  REFERENCES customer_with_a_rather_long_table_name_indeed);
                CREATE TABLE c (x integer REFERENCES customer_with_a_rather_long_table_name_indeed,
                  x_y integer, y integer, UNIQUE (x_y), UNIQUE (x, y));
                CREATE INDEX ON c (x);
                CREATE INDEX ON c (x, lower(y::text), upper(y::text)) INCLUDE (x_y);
                CREATE INDEX ON c ((x + y), lower(x::text), lower(y::text));""");
        Schema completed = complete(unnamed(schema), Schema.EMPTY).schema();
        schema.tables().forEach((name, table) -> {
            Table named = completed.tables().get(name);
            assertThat(PartNames.constraints(named)).containsExactlyInAnyOrderElementsOf(PartNames.constraints(table));
            assertThat(PartNames.indexes(named)).containsExactlyInAnyOrderElementsOf(PartNames.indexes(table));
        });
    }

    @Test
    void whatTheModelLeavesUnnamedIsMatchedByWhatItDoes() throws SQLException {
        Schema actual = read("""
                CREATE TABLE p (id integer CONSTRAINT pk1 PRIMARY KEY);
                CREATE TABLE c (a integer, b integer, s varchar(10) CONSTRAINT ck1 CHECK (s IN ('A', 'B')),
                  CONSTRAINT pk2 PRIMARY KEY (a, b), CONSTRAINT fk1 FOREIGN KEY (b) REFERENCES p, CONSTRAINT uq1 UNIQUE (b, s));
                CREATE UNIQUE INDEX ux1 ON c (s) WITH (fillfactor = 70);
                CREATE INDEX ix1 ON c (lower(s));""");
        Schema wanted = unnamed(actual);
        assertThat(drift(wanted, actual)).isEmpty();
        Table c = wanted.tables().get(ObjectName.of("c"));
        Table otherwise = c.toBuilder()
                .primaryKey(PrimaryKey.of(null, List.of("b", "a")))
                .uniques(List.of(Unique.of(null, List.of("s", "b")), Unique.of(null, List.of("s"))))
                .indexes(c.indexes().stream()
                        .filter(i -> !i.unique())
                        .map(i -> i.withStorage(new TreeMap<>()))
                        .toList())
                .build();
        assertThat(drift(wanted.toBuilder().table(otherwise).build(), actual)).isEmpty();
    }

    @Test
    void aChangedEnumCheckKeepsItsName() throws SQLException {
        Schema actual = read("CREATE TABLE t (s varchar(10) CONSTRAINT old_name CHECK (s IN ('A', 'B')))");
        Table t = unnamed(actual).tables().get(ObjectName.of("t"));
        Table more = t.toBuilder()
                .checks(List.of(Check.of(null, "s IN ('A', 'B', 'C')")))
                .build();
        assertThat(drift(Schema.builder().table(more).build(), actual))
                .containsExactly("drop constraint old_name on t", "add check old_name (s IN ('A', 'B', 'C')) on t");
    }

    @Test
    void aStatedNameThatDiffersIsADropAndAnAdd() throws SQLException {
        Schema actual = read("CREATE TABLE t (s integer CONSTRAINT old_name UNIQUE)");
        Table t = actual.tables().get(ObjectName.of("t"));
        Table stated = t.toBuilder()
                .uniques(List.of(Unique.of("new_name", List.of("s"))))
                .build();
        assertThat(drift(Schema.builder().table(stated).build(), actual))
                .containsExactly("drop constraint old_name on t", "add unique new_name (s) on t");
    }

    @Test
    void whatNobodyMadeIsLeftAloneAndTold() throws SQLException {
        Schema actual = read("""
                CREATE TABLE legacy (id serial);
                CREATE SEQUENCE loose;
                CREATE TYPE mood AS ENUM ('a');
                CREATE VIEW report AS SELECT id FROM legacy;
                CREATE MATERIALIZED VIEW summary AS SELECT id FROM legacy;
                CREATE SCHEMA audit;
                CREATE TABLE mine (id integer);""");
        Completed completed = complete(Schema.EMPTY, actual, ObjectName.of("mine"));
        assertThat(SchemaDiffer.diff(actual, completed.schema(), Renames.NONE).operations())
                .extracting(Operation::summary)
                .containsExactly("drop table mine");
        assertThat(completed.warnings())
                .extracting(Warning::rule)
                .containsExactlyInAnyOrder(
                        "unmanaged-table",
                        "unmanaged-sequence",
                        "unmanaged-enum",
                        "unmanaged-view",
                        "unmanaged-materialized-view");
    }

    @Test
    void whatNobodyMadeAndRestsOnAChangeIsAnErrorWithItsCure() throws SQLException {
        Schema actual = read("""
                CREATE TABLE gone (id bigint PRIMARY KEY);
                CREATE TABLE mine (id bigint PRIMARY KEY, code varchar(10), old integer);
                CREATE TABLE "Legacy" (g bigint CONSTRAINT "to gone" REFERENCES gone, m bigint CONSTRAINT to_mine REFERENCES mine);
                CREATE VIEW codes AS SELECT code FROM mine;
                CREATE MATERIALIZED VIEW olds AS SELECT old FROM mine;""");
        Table mine = Table.builder(ObjectName.of("mine"))
                .column(Column.of("id", SqlType.parse("macaddr")).withNullable(false))
                .column(Column.of("code", SqlType.parse("text")))
                .primaryKey(PrimaryKey.of(null, List.of("id")))
                .build();
        Schema wanted = Schema.builder().table(mine).build();
        Completed completed = complete(wanted, actual, ObjectName.of("mine"), ObjectName.of("gone"));
        Difference up = completed.spare(SchemaDiffer.diff(actual, completed.schema(), Renames.NONE), Set.of());
        assertThat(up.operations())
                .extracting(Operation::summary)
                .containsExactly(
                        "alter column mine.id: type macaddr",
                        "alter column mine.code: type text",
                        "drop column mine.old",
                        "drop table gone");
        assertThat(Stream.concat(completed.warnings().stream(), up.warnings().stream())
                        .filter(w -> w.rule().equals("unmanaged-reference")))
                .allMatch(w -> w.level() == Warning.Level.ERROR)
                .extracting(Warning::cure)
                .containsExactlyInAnyOrder(
                        "Before the upgrade run `ALTER TABLE \"Legacy\" DROP CONSTRAINT \"to gone\"`",
                        "Before the upgrade run `ALTER TABLE \"Legacy\" DROP CONSTRAINT to_mine`, and add it again after it",
                        "Before the upgrade run `DROP VIEW codes`, and create it again after it",
                        "Before the upgrade run `DROP MATERIALIZED VIEW olds`");
        // The way down meets the same where it changes the same, and the file says so.
        Difference down = completed.spare(SchemaDiffer.diff(completed.schema(), actual, Renames.NONE), Set.of());
        assertThat(DowngradeWarnings.of(up, down))
                .allMatch(w ->
                        w.rule().equals("downgrade-can-fail") && w.message().startsWith("on the way down, "))
                .extracting(Warning::cure)
                .containsExactlyInAnyOrder(
                        "Before the downgrade run `ALTER TABLE \"Legacy\" DROP CONSTRAINT to_mine`, and add it again after it",
                        "Before the downgrade run `DROP VIEW codes`, and create it again after it",
                        "See them with `SELECT * FROM mine WHERE length(code) > 10`",
                        "Write the USING expression that does, as `.using(\"…\")` of `op.alterColumn(\"mine\", \"id\")`");
        // Each is named once: nothing is left alone that stands in the way.
        assertThat(completed.warnings(up, Set.of())).extracting(Warning::rule).containsOnly("unmanaged-reference");
    }

    /** A revision's own domain gives its name away; one that nobody made is in the way. */
    @Test
    void aTypeWhoseNameTheModelTakes() throws SQLException {
        Schema actual = read("CREATE DOMAIN mood AS text; CREATE TABLE t (m mood)");
        ObjectName mood = ObjectName.of("mood");
        Schema wanted = Schema.builder()
                .enumType(new EnumType(mood, List.of("calm")))
                .table(Table.builder(ObjectName.of("t"))
                        .column(Column.of("m", SqlType.user(mood)))
                        .build())
                .build();
        Completed own = complete(wanted, actual, ObjectName.of("t"), mood);
        assertThat(SchemaDiffer.diff(actual, own.schema(), Renames.NONE).operations())
                .extracting(Operation::summary)
                .contains("drop domain retort_old_mood");

        Completed strange = complete(wanted, actual, ObjectName.of("t"));
        assertThat(strange.warnings())
                .filteredOn(w -> w.level() == Warning.Level.ERROR)
                .singleElement()
                .satisfies(w -> assertThat(w.cure()).contains("ALTER DOMAIN mood RENAME TO"));
    }

    @Test
    void sequencesKeepWhatAModelDoesNotSay() throws SQLException {
        Schema actual = read("CREATE SEQUENCE s START 1000 INCREMENT 50 CACHE 20 MAXVALUE 100000;"
                + "CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY (START 7 CACHE 3))");
        Schema wanted = Schema.builder()
                .sequence(new Sequence(
                        ObjectName.of("s"), new SequenceOptions(null, 1L, 50L, null, null, null, null), null))
                .table(Table.builder(ObjectName.of("t"))
                        .column(Column.of("id", SqlType.parse("integer"))
                                .withNullable(false)
                                .withIdentity(new Identity(Identity.Kind.BY_DEFAULT, SequenceOptions.UNSTATED)))
                        .build())
                .build();
        assertThat(drift(wanted, actual)).isEmpty();
    }

    @Test
    void aRenamedTableIsMatchedUnderItsNewName() throws SQLException {
        Schema actual = read("CREATE TABLE old (id integer PRIMARY KEY, x integer UNIQUE)");
        Table table = unnamed(actual).tables().get(ObjectName.of("old"));
        Schema wanted = Schema.builder()
                .table(table.toBuilder().name(ObjectName.of("fresh")).build())
                .build();
        Renames renames = Renames.parse(List.of("old=fresh"));
        Schema completed = Completion.complete(wanted, actual, Naming.POSTGRESQL, renames, Set.of(ObjectName.of("old")))
                .schema();
        assertThat(SchemaDiffer.diff(actual, completed, renames).operations())
                .extracting(Operation::summary)
                .containsExactly("rename table old to fresh");
        assertThat(SchemaDiffer.diff(completed, actual, renames.inverse()).operations())
                .extracting(Operation::summary)
                .containsExactly("rename table fresh to old");
    }

    @Test
    void hibernateNamesAreItsHashes() {
        Table table = Table.builder(ObjectName.of("orders"))
                .column(Column.of("customer_id", SqlType.parse("bigint")))
                .foreignKeys(
                        List.of(ForeignKey.of(null, List.of("customer_id"), ObjectName.of("customer"), List.of("id"))))
                .index(Index.of(null, List.of(Index.Key.of("customer_id"))))
                .build();
        Schema wanted = Schema.builder()
                .table(table)
                .enumType(new EnumType(ObjectName.of("e"), List.of("a")))
                .build();
        Table named = Completion.complete(wanted, Schema.EMPTY, Naming.HIBERNATE, Renames.NONE, Set.of())
                .schema()
                .tables()
                .get(ObjectName.of("orders"));
        assertThat(named.foreignKeys().get(0).name()).matches("FK[0-9a-y]{20,26}");
        assertThat(named.indexes().get(0).name()).matches("IDX[0-9a-y]{20,26}");
    }

    /** What the model states of storage is set; what it does not state stays, and so does what is the same in other words. */
    @Test
    void storageThatIsStated() throws SQLException {
        Schema actual = read("create table t (id bigint, at date) with (fillfactor=70, autovacuum_enabled=ON,"
                + " autovacuum_vacuum_scale_factor=0.1, autovacuum_vacuum_threshold=20)");
        TreeMap<String, String> stated = new TreeMap<>(
                Map.of("fillfactor", "80", "autovacuum_enabled", "true", "autovacuum_vacuum_scale_factor", "0.10"));
        Table table = unnamed(actual).table(ObjectName.of("t")).orElseThrow().toBuilder()
                .options(new TableOptions(false, stated, "", List.of()))
                .build();
        Schema wanted = Schema.builder().table(table).build();
        assertThat(drift(wanted, actual)).containsExactly("alter table t: set {fillfactor=80}");
        assertThat(SchemaDiffer.diff(complete(wanted, actual).schema(), actual, Renames.NONE)
                        .operations())
                .extracting(Operation::summary)
                .containsExactly("alter table t: set {fillfactor=70}");
        stated.put("fillfactor", "70");
        Table same = table.toBuilder()
                .options(new TableOptions(false, stated, "", List.of()))
                .build();
        assertThat(drift(Schema.builder().table(same).build(), actual)).isEmpty();
        Table keyed = table.toBuilder()
                .options(new TableOptions(false, new TreeMap<>(), "RANGE (at)", List.of()))
                .build();
        assertThat(SchemaDiffer.diff(
                                actual,
                                complete(Schema.builder().table(keyed).build(), actual)
                                        .schema(),
                                Renames.NONE)
                        .warnings())
                .extracting(Warning::rule)
                .containsExactly("partition-key");
    }
}
