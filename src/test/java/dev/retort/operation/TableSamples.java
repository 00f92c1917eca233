package dev.retort.operation;

import static dev.retort.operation.Sample.HOSTILE_NAME;
import static dev.retort.operation.Sample.HOSTILE_TEXT;
import static dev.retort.operation.Sample.LONG_NAME;
import static dev.retort.operation.Sample.col;
import static dev.retort.operation.Sample.n;
import static dev.retort.operation.Sample.of;
import static dev.retort.operation.Sample.quoted;

import dev.retort.schema.Check;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of operations on tables. */
final class TableSamples {

    private TableSamples() {}

    static List<Sample> create() {
        SequenceOptions stated = new SequenceOptions(SqlType.parse("bigint"), 1L, 1L, 1L, Long.MAX_VALUE, 1L, false);
        SequenceOptions unusual = new SequenceOptions(null, 1000L, 50L, 100L, 99999L, 5L, true);
        return List.of(
                of(
                                "constraints of PostgreSQL 18",
                                new CreateTable(Table.builder(n("t"))
                                        .column(col("a", "int4range").withNullable(false))
                                        .column(col("during", "tsrange").withNullable(false))
                                        .column(col("b", "bigint").withNullable(false))
                                        .column(col("c", "text").withNullable(false))
                                        .constraint(PrimaryKey.of("t_pkey", List.of("a", "during"))
                                                .withWithoutOverlaps(true))
                                        .constraint(
                                                Check.of("even", "b % 2 = 0").withEnforced(false))
                                        .constraint(NotNull.of("filled", "b"))
                                        .constraint(NotNull.of("own", "c").withNoInherit(true))
                                        .options(TableOptions.NONE)
                                        .build()))
                        .from(18),
                of(
                        "every kind of column",
                        new CreateTable(Table.builder(n("customer"))
                                .column(col("id", "bigint")
                                        .withNullable(false)
                                        .withIdentity(new Identity(Identity.Kind.BY_DEFAULT, stated)))
                                .column(col("name", "varchar(80)").withNullable(false))
                                .column(col("price", "numeric(12,2)").withDefault(Expression.of("0.00")))
                                .column(col("at", "timestamptz(3)").withDefault(Expression.of("now()")))
                                .column(col("tags", "text[]"))
                                .column(col("span", "interval day to second(3)"))
                                .column(col("bits", "bit varying(12)"))
                                .column(col("doc", "jsonb").withDefault(Expression.of("'{}'::jsonb")))
                                .column(col("code", "text").withCollation("C"))
                                .column(col("doubled", "bigint")
                                        .withGenerated(new Generated(Expression.of("id * 2"), true)))
                                .primaryKey(PrimaryKey.of("customer_pkey", List.of("id")))
                                .uniques(List.of(new Unique(
                                        "customer_name_key",
                                        List.of("name", "code"),
                                        false,
                                        List.of("price"),
                                        Deferrability.INITIALLY_DEFERRED)))
                                .checks(List.of(
                                        Check.of("customer_price_check", "price >= 0 -- never negative"),
                                        Check.of("customer_name_check", "name <> ''")
                                                .withValidated(false)))
                                .comment("customers")
                                .build())),
                of(
                        "an identity with options of its own",
                        new CreateTable(Table.builder(n("ticket"))
                                .column(col("no", "integer")
                                        .withNullable(false)
                                        .withIdentity(new Identity(Identity.Kind.ALWAYS, unusual)))
                                .build())),
                of(
                        "hostile names and texts",
                        new CreateTable(Table.builder(new ObjectName(HOSTILE_NAME, HOSTILE_NAME))
                                .column(col(HOSTILE_NAME, "text")
                                        .withDefault(Expression.of("'" + HOSTILE_TEXT.replace("'", "''") + "'"))
                                        .withComment(HOSTILE_TEXT))
                                .column(col(LONG_NAME, "integer").withNullable(false))
                                .column(col("select", "integer"))
                                .column(col("CamelCase", "integer"))
                                .primaryKey(PrimaryKey.of(HOSTILE_NAME + "2", List.of(LONG_NAME)))
                                .uniques(List.of(Unique.of("user", List.of("select", "CamelCase"))))
                                .comment(HOSTILE_TEXT)
                                .build()),
                        "CREATE SCHEMA " + quoted(HOSTILE_NAME)),
                of(
                        "no column at all",
                        new CreateTable(Table.builder(n("nothing")).build())),
                of(
                        "unlogged, with a parent and storage parameters",
                        new CreateTable(Table.builder(n("child"))
                                .column(col("own", "integer"))
                                .options(new TableOptions(
                                        true,
                                        new TreeMap<>(Map.of("fillfactor", "70", "toast.autovacuum_enabled", "false")),
                                        "",
                                        List.of(n("parent"))))
                                .build()),
                        "CREATE TABLE parent (id integer)"),
                of(
                        "partitioned, with an exclusion",
                        new CreateTable(Table.builder(n("booking"))
                                .column(col("room", "int4range"))
                                .exclusions(List.of(new Exclusion("booking_excl", "EXCLUDE USING gist (room WITH &&)")))
                                .build())),
                of(
                        "partitioned",
                        new CreateTable(Table.builder(n("event"))
                                .column(col("at", "date").withNullable(false))
                                .options(new TableOptions(false, new TreeMap<>(), "RANGE (at)", List.of()))
                                .build())),
                of(
                        "types that hide behind the system's",
                        new CreateTable(Table.builder(n("route"))
                                .column(col("way", "text").withType(SqlType.user(n("path"))))
                                .column(col("ways", "text")
                                        .withType(SqlType.user(n("path")).asArray()))
                                .build()),
                        "CREATE TYPE public.path AS ENUM ('LEFT')"),
                of(
                                "a unique that holds nulls equal",
                                new CreateTable(Table.builder(n("slot"))
                                        .column(col("a", "integer"))
                                        .uniques(List.of(new Unique(
                                                null, List.of("a"), true, List.of(), Deferrability.NOT_DEFERRABLE)))
                                        .build()))
                        .from(15),
                of(
                                "a virtual column",
                                new CreateTable(Table.builder(n("area"))
                                        .column(col("a", "integer"))
                                        .column(col("b", "integer")
                                                .withGenerated(new Generated(Expression.of("a + 1"), false)))
                                        .build()))
                        .from(18));
    }

    static List<Sample> drop() {
        return List.of(
                of("plain", new DropTable(n("t")), "CREATE TABLE t ()"),
                of(
                        "hostile",
                        new DropTable(n("public." + quoted(HOSTILE_NAME))),
                        "CREATE TABLE " + quoted(HOSTILE_NAME) + " ()"));
    }

    static List<Sample> rename() {
        return List.of(
                of("name", new RenameTable(n("t"), n("order")), "CREATE TABLE t ()"),
                of("namespace", new RenameTable(n("t"), n("s.t")), "CREATE TABLE t ()", "CREATE SCHEMA s"),
                of("both", new RenameTable(n("s.t"), n("u")), "CREATE SCHEMA s", "CREATE TABLE s.t ()"));
    }

    static List<Sample> alter() {
        return List.of(of(
                "everything",
                new AlterTable(
                        n("t"),
                        List.of(
                                new TableChange.SetStorage(new TreeMap<>(Map.of("fillfactor", "80"))),
                                new TableChange.ResetStorage(List.of("autovacuum_enabled", "toast.autovacuum_enabled")),
                                new TableChange.SetUnlogged(true),
                                new TableChange.SetUnlogged(false),
                                new TableChange.NoInherit(n("old_parent")),
                                new TableChange.Inherit(n("new_parent")))),
                "CREATE TABLE old_parent (id integer)",
                "CREATE TABLE new_parent (id integer)",
                "CREATE TABLE t () INHERITS (old_parent) WITH (autovacuum_enabled = off)"));
    }
}
