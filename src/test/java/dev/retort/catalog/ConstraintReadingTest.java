package dev.retort.catalog;

import static dev.retort.catalog.TestCatalog.read;
import static dev.retort.catalog.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.TestServer;
import dev.retort.schema.Check;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Constraints of a live catalog. */
class ConstraintReadingTest {

    @Test
    void keysKeepTheirOrderAndWhatTheyInclude() {
        Table table = table(
                read("create table t (a int, b int, c int, d int, constraint pk primary key (b, a) include (c),"
                        + " constraint u unique (d, c) deferrable initially deferred,"
                        + " constraint v unique (c) include (a) deferrable)"),
                "t");
        assertThat(table.primaryKey())
                .isEqualTo(new PrimaryKey("pk", List.of("b", "a"), List.of("c"), Deferrability.NOT_DEFERRABLE));
        assertThat(table.uniques())
                .containsExactly(
                        new Unique("u", List.of("d", "c"), false, List.of(), Deferrability.INITIALLY_DEFERRED),
                        new Unique("v", List.of("c"), false, List.of("a"), Deferrability.INITIALLY_IMMEDIATE));
        assertThat(table.indexes()).isEmpty();
    }

    @Test
    void nullsNotDistinctIsRead() {
        assumeTrue(TestServer.majorVersion() >= 15, "NULLS NOT DISTINCT exists from PostgreSQL 15");
        Table table = table(
                read("create table t (a int unique nulls not distinct);"
                        + " create unique index i on t ((a + 1)) nulls not distinct"),
                "t");
        assertThat(table.uniques().get(0).nullsNotDistinct()).isTrue();
        assertThat(table.indexes().get(0).nullsNotDistinct()).isTrue();
    }

    @Test
    void foreignKeysAreReadWhole() {
        Schema schema = read("create schema app; create table app.\"Par.ent\" (\"a,b\" int, \"{c}\" int, primary key"
                + " (\"a,b\", \"{c}\")); create table t (x int, y int, self int unique,"
                + " constraint f foreign key (y, x) references app.\"Par.ent\" match full on delete cascade on update"
                + " restrict deferrable initially deferred,"
                + " check (x > 0)); alter table t add constraint g foreign key (x) references t (self)"
                + " on delete set default not valid");
        Table table = table(schema, "t");
        assertThat(table.foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                "f",
                                List.of("y", "x"),
                                new ObjectName("app", "Par.ent"),
                                List.of("a,b", "{c}"),
                                ForeignKey.Action.CASCADE,
                                ForeignKey.Action.RESTRICT,
                                List.of(),
                                true,
                                Deferrability.INITIALLY_DEFERRED,
                                true),
                        ForeignKey.of("g", List.of("x"), ObjectName.of("t"), List.of("self"))
                                .withOnDelete(ForeignKey.Action.SET_DEFAULT)
                                .withValidated(false));
        assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.nullable()).isTrue());
    }

    @Test
    void theColumnsSetToNullAreRead() {
        assumeTrue(TestServer.majorVersion() >= 15, "ON DELETE SET NULL (…) exists from PostgreSQL 15");
        Table table = table(
                read("create table p (a int, b int, primary key (a, b)); create table t (x int, y int,"
                        + " foreign key (x, y) references p on delete set null (y))"),
                "t");
        assertThat(table.foreignKeys().get(0).setColumns()).containsExactly("y");
        assertThat(table.foreignKeys().get(0).onDelete()).isEqualTo(ForeignKey.Action.SET_NULL);
    }

    @Test
    void foreignKeysOnPartitionedTablesAreOneEach() {
        Schema schema = read("create table p (id int primary key) partition by range (id);"
                + " create table p1 partition of p for values from (0) to (10);"
                + " create table t (id int, p int references p) partition by range (id);"
                + " create table t1 partition of t for values from (0) to (10)");
        assertThat(table(schema, "t").foreignKeys())
                .containsExactly(ForeignKey.of("t_p_fkey", List.of("p"), ObjectName.of("p"), List.of("id")));
        assertThat(table(schema, "p").constraints()).hasSize(1);
    }

    @Test
    void checksAreReadReadably() {
        Table table = table(
                read("create table t (status varchar(10), constraint a check (status in ('A', 'B')) no inherit);"
                        + " alter table t add constraint b check (status <> '') not valid"),
                "t");
        assertThat(table.checks())
                .containsExactly(
                        new Check("a", Expression.of("status in ('A', 'B')"), true, true),
                        new Check("b", Expression.of("status <> ''"), false, false));
        assertThat(table.checks().get(0).expression().sql()).isEqualTo("status IN ('A', 'B')");
    }

    @Test
    void requiredColumnsAreNoConstraints() {
        Table table = table(read("create table t (a int not null, b int not null)"), "t");
        assertThat(table.constraints()).isEmpty();
        assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.nullable()).isFalse());
    }

    @Test
    void exclusionsAreTheirDefinition() {
        Table table = table(
                read("create table t (during tsrange, constraint x exclude using gist (during with &&)"
                        + " where (not isempty(during)) deferrable)"),
                "t");
        assertThat(table.exclusions())
                .containsExactly(new Exclusion(
                        "x", "EXCLUDE USING gist (during WITH &&) WHERE ((NOT isempty(during))) DEFERRABLE"));
        assertThat(table.indexes()).isEmpty();
    }

    @Test
    void whatIsNotEnforcedIsNotValidEither() {
        assumeTrue(TestServer.majorVersion() >= 18, "NOT ENFORCED exists from PostgreSQL 18");
        Schema schema = read("create table t (a int, constraint c check (a > 0) not enforced)");
        assertThat(table(schema, "t").checks())
                .containsExactly(Check.of("c", "a > 0").withEnforced(false));
    }

    @Test
    void aNotNullIsListedWhereItSaysMoreThanItsColumn() {
        assumeTrue(TestServer.majorVersion() >= 18, "named NOT NULL exists from PostgreSQL 18");
        Schema schema = read("""
                create table t (a int not null, b int constraint filled not null, c int not null no inherit, d int, e int primary key);
                alter table t add constraint later not null d not valid""");
        assertThat(table(schema, "t").notNulls())
                .containsExactly(
                        NotNull.of("filled", "b"),
                        NotNull.of("later", "d").withValidated(false),
                        NotNull.of("t_c_not_null", "c").withNoInherit(true));
        assertThat(table(schema, "t").columns()).allMatch(c -> !c.nullable());
    }
}
