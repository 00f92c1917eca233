package dev.retort.catalog;

import static dev.retort.catalog.TestCatalog.read;
import static dev.retort.catalog.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types, casts, views and extras of a live catalog. */
class TypeReadingTest {

    @Test
    void enumsKeepTheirOrder() {
        Schema schema =
                read("create type \"Mood\" as enum ('sad', 'it''s \\ok', ''); alter type \"Mood\" add value 'mad'"
                        + " before 'it''s \\ok'; create type nothing as enum (); create table t (m \"Mood\"[])");
        ObjectName mood = ObjectName.of("Mood");
        assertThat(schema.enums().values())
                .containsExactlyInAnyOrder(
                        new EnumType(mood, List.of("sad", "mad", "it's \\ok", "")),
                        new EnumType(ObjectName.of("nothing"), List.of()));
        assertThat(table(schema, "t").columns())
                .containsExactly(Column.of("m", SqlType.user(mood).asArray()));
    }

    @Test
    void compositesAreTheStandAloneOnes() {
        Schema schema = read("create schema app; create type app.address as (street varchar(50), \"No\" int, gone int);"
                + " alter type app.address drop attribute gone; create table t (a app.address); create type nil as ()");
        ObjectName address = new ObjectName("app", "address");
        assertThat(schema.composites().values())
                .containsExactlyInAnyOrder(
                        new CompositeType(
                                address,
                                List.of(
                                        new CompositeType.Attribute("street", SqlType.parse("varchar(50)")),
                                        new CompositeType.Attribute("No", SqlType.parse("int")))),
                        new CompositeType(ObjectName.of("nil"), List.of()));
        assertThat(table(schema, "t").columns().get(0).type()).isEqualTo(SqlType.user(address));
        assertThat(schema.namespaces()).containsExactly("app");
    }

    @Test
    void domainsHaveTheirChecks() {
        Schema schema = read("create domain d as varchar(9) not null default 'x' constraint a check (value <> '')"
                + " constraint b check (length(value) > 1); create domain plain as int[]");
        assertThat(schema.domains().values())
                .containsExactlyInAnyOrder(
                        new Domain(
                                ObjectName.of("d"),
                                SqlType.parse("varchar(9)"),
                                false,
                                Expression.of("'x'::character varying"),
                                null,
                                List.of(Check.of("a", "value <> ''"), Check.of("b", "length(value) > 1"))),
                        new Domain(ObjectName.of("plain"), SqlType.parse("int[]"), true, null, null, List.of()));
    }

    @Test
    void castsThroughTextAreReadAndOthersAreExtras() {
        Schema schema = read(
                "create type e as enum ('a'); create cast (varchar as e) with inout as implicit;"
                        + " create cast (e as varchar) with inout as assignment;"
                        + " create function f(e) returns int language sql as 'select 1'; create cast (e as int) with function f(e)");
        assertThat(schema.casts())
                .containsExactly(new Cast(SqlType.parse("varchar"), SqlType.user(ObjectName.of("e"))));
        assertThat(TestCatalog.extras(schema, Extra.Kind.CAST))
                .extracting(extra -> extra.name().name())
                .containsExactly("public.e as character varying", "public.e as integer");
    }

    @Test
    void viewsSayWhatTheyRead() {
        Schema schema = read("create table t (a int, b int, c int); create view v as select a from t where b > 1;"
                + " create materialized view m as select count(*) from v");
        ObjectName t = ObjectName.of("t");
        View view = schema.views().get(ObjectName.of("v"));
        assertThat(view.materialized()).isFalse();
        assertThat(view.query()).startsWith("SELECT").contains("public.t").doesNotContain(";");
        assertThat(view.uses()).containsExactly(new ColumnRef(t, "a"), new ColumnRef(t, "b"));
        assertThat(view.usesRelations()).containsExactly(t);
        View materialized = schema.views().get(ObjectName.of("m"));
        assertThat(materialized.materialized()).isTrue();
        assertThat(materialized.usesRelations()).containsExactly(ObjectName.of("v"));
    }

    @Test
    void whatIsSeenAndNeverChangedIsAnExtra() {
        Schema schema = read("""
                create table t (a int, b int);
                create function f() returns trigger language plpgsql as 'begin return new; end';
                create aggregate total(int) (sfunc = int4pl, stype = int);
                create trigger trg before insert on t for each row execute function f();
                alter table t enable row level security;
                create policy p on t for select to public using (a > 0);
                create rule r as on delete to t do instead nothing;
                create statistics s on a, b from t;
                create view v with (security_barrier) as select a from t;
                create type r as range (subtype = float8);
                grant select on t to public;
                create foreign data wrapper w; create server srv foreign data wrapper w;
                create foreign table ft (a int) server srv options (x 'y')""");
        assertThat(schema.tables().keySet()).containsExactly(ObjectName.of("t"));
        assertThat(schema.extras())
                .filteredOn(extra -> !extra.name().name().startsWith("r("))
                .extracting(Extra::kind, extra -> extra.name().name(), Extra::definition)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Extra.Kind.TRIGGER,
                                "trg",
                                "CREATE TRIGGER trg BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f()"),
                        org.assertj.core.groups.Tuple.tuple(
                                Extra.Kind.POLICY, "p", "AS PERMISSIVE FOR SELECT TO PUBLIC USING ((a > 0))"),
                        org.assertj.core.groups.Tuple.tuple(Extra.Kind.ROW_SECURITY, "t", "ENABLE ROW LEVEL SECURITY"),
                        org.assertj.core.groups.Tuple.tuple(Extra.Kind.GRANT, "t", "SELECT TO PUBLIC"),
                        org.assertj.core.groups.Tuple.tuple(
                                Extra.Kind.TYPE,
                                "r",
                                "CREATE TYPE public.r AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = public.r_multirange)"),
                        org.assertj.core.groups.Tuple.tuple(Extra.Kind.VIEW_OPTION, "v", "security_barrier=true"),
                        org.assertj.core.groups.Tuple.tuple(
                                Extra.Kind.FOREIGN_TABLE, "ft", "SERVER srv OPTIONS (x=y) (a integer)"))
                .extracting(tuple -> tuple.toList().get(0))
                .contains(Extra.Kind.FUNCTION, Extra.Kind.RULE, Extra.Kind.STATISTICS);
        assertThat(TestCatalog.extras(schema, Extra.Kind.FUNCTION))
                .extracting(extra -> extra.name().name())
                .containsExactly("f()", "total(integer)");
    }
}
