package dev.retort.operation;

import static dev.retort.operation.Sample.HOSTILE_NAME;
import static dev.retort.operation.Sample.HOSTILE_TEXT;
import static dev.retort.operation.Sample.LONG_NAME;
import static dev.retort.operation.Sample.n;
import static dev.retort.operation.Sample.of;
import static dev.retort.operation.Sample.quoted;

import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Map;

/** Samples of operations on types. */
final class TypeSamples {

    private static final String TIER = "CREATE TYPE tier AS ENUM ('BASIC', 'GOLD')";
    private static final Cast CAST = new Cast(SqlType.parse("varchar"), SqlType.user(n("tier")));

    private TypeSamples() {}

    static List<Sample> createEnum() {
        return List.of(
                of("plain", new CreateEnum(new EnumType(n("tier"), List.of("BASIC", "GOLD")))),
                of(
                        "hostile",
                        new CreateEnum(new EnumType(ObjectName.of(HOSTILE_NAME), List.of("it's", "\\", "\"", "")))),
                of("empty", new CreateEnum(new EnumType(n("none"), List.of()))));
    }

    static List<Sample> addValue() {
        return List.of(
                of("last", new AddEnumValue(n("tier"), "PLATINUM", null, null), TIER),
                of("before", new AddEnumValue(n("tier"), "it's \\ ; --", "GOLD", null), TIER),
                of("after", new AddEnumValue(n("tier"), "SILVER", null, "BASIC"), TIER));
    }

    static List<Sample> renameValue() {
        return List.of(of("hostile", new RenameEnumValue(n("tier"), "BASIC", "it's \\ ; --"), TIER));
    }

    static List<Sample> renameType() {
        return List.of(
                of("enum", new RenameType(n("tier"), n("level")), TIER),
                of(
                        "domain into a namespace",
                        new RenameType(n("d"), n("s.e")),
                        "CREATE SCHEMA s",
                        "CREATE DOMAIN d AS text"),
                of("composite", new RenameType(n("c"), n("user")), "CREATE TYPE c AS (a integer)"));
    }

    static List<Sample> replace() {
        ColumnRef one = new ColumnRef(n("t"), "one");
        ColumnRef many = new ColumnRef(n("t"), "many");
        String table = "CREATE TABLE t (one tier DEFAULT 'BASIC', many tier[] DEFAULT '{BASIC}')";
        String row = "INSERT INTO t VALUES ('GOLD', '{GOLD,BASIC}')";
        return List.of(
                of(
                        "values move",
                        new ReplaceEnum(
                                new EnumType(n("tier"), List.of("GOLD", "BASIC")),
                                List.of(new EnumUse(one, false, null), new EnumUse(many, true, null)),
                                Map.of()),
                        TIER,
                        table,
                        row),
                of(
                        "values leave",
                        new ReplaceEnum(
                                new EnumType(n("tier"), List.of("BASIC")),
                                List.of(
                                        new EnumUse(one, false, Expression.of("'BASIC'::tier")),
                                        new EnumUse(many, true, Expression.of("'{BASIC}'::tier[]"))),
                                Map.of("GOLD", "BASIC")),
                        TIER,
                        table,
                        row),
                of(
                        "a name as long as may be",
                        new ReplaceEnum(
                                new EnumType(ObjectName.of(LONG_NAME), List.of("B")),
                                List.of(new EnumUse(one, false, null)),
                                Map.of()),
                        "CREATE TYPE " + quoted(LONG_NAME) + " AS ENUM ('A', 'B')",
                        "CREATE TABLE t (one " + quoted(LONG_NAME) + ")"));
    }

    static List<Sample> dropEnum() {
        return List.of(of("plain", new DropEnum(n("tier")), TIER));
    }

    static List<Sample> createComposite() {
        return List.of(
                of(
                        "plain",
                        new CreateComposite(new CompositeType(
                                n("s.address"),
                                List.of(
                                        new CompositeType.Attribute("street", SqlType.parse("varchar(80)")),
                                        new CompositeType.Attribute(HOSTILE_NAME, SqlType.parse("integer"))))),
                        "CREATE SCHEMA s"),
                of("empty", new CreateComposite(new CompositeType(n("unit"), List.of()))));
    }

    static List<Sample> alterComposite() {
        return List.of(of(
                "everything",
                new AlterComposite(
                        n("c"),
                        List.of(
                                new AttributeChange.Drop("a"),
                                new AttributeChange.SetType("b", SqlType.parse("text")),
                                new AttributeChange.Add("order", SqlType.parse("bigint")))),
                "CREATE TYPE c AS (a integer, b varchar(10))"));
    }

    static List<Sample> dropComposite() {
        return List.of(of("plain", new DropComposite(n("c")), "CREATE TYPE c AS (a integer)"));
    }

    static List<Sample> createDomain() {
        return List.of(of(
                "everything",
                new CreateDomain(new Domain(
                        n("email"),
                        SqlType.parse("varchar(120)"),
                        false,
                        Expression.of("'" + HOSTILE_TEXT.replace("'", "''") + "'"),
                        "C",
                        List.of(
                                Check.of("email_check", "VALUE LIKE '%@%' -- at least"),
                                Check.of("email_length", "length(VALUE) > 3").withValidated(false))))));
    }

    static List<Sample> alterDomain() {
        return List.of(of(
                "everything",
                new AlterDomain(
                        n("d"),
                        List.of(
                                new DomainChange.DropDefault(),
                                new DomainChange.SetDefault(Expression.of("'x'")),
                                new DomainChange.SetNullable(false),
                                new DomainChange.SetNullable(true),
                                new DomainChange.DropCheck("old"),
                                new DomainChange.AddCheck(Check.of("new", "VALUE <> 'b'")))),
                "CREATE DOMAIN d AS text CONSTRAINT old CHECK (VALUE <> 'a')"));
    }

    static List<Sample> dropDomain() {
        return List.of(of("plain", new DropDomain(n("d")), "CREATE DOMAIN d AS text"));
    }

    static List<Sample> createCast() {
        return List.of(of("from text", new CreateCast(CAST), TIER));
    }

    static List<Sample> dropCast() {
        return List.of(
                of("from text", new DropCast(CAST), TIER, "CREATE CAST (varchar AS tier) WITH INOUT AS IMPLICIT"));
    }
}
