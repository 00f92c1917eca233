package dev.retort.operation;

import static dev.retort.operation.Sample.HOSTILE_NAME;
import static dev.retort.operation.Sample.HOSTILE_TEXT;
import static dev.retort.operation.Sample.n;
import static dev.retort.operation.Sample.of;
import static dev.retort.operation.Sample.quoted;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlType;
import dev.retort.schema.View;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Samples of operations on namespaces, sequences, views and comments, and of plain SQL. */
final class OtherSamples {

    private OtherSamples() {}

    static List<Sample> createNamespace() {
        return List.of(of("plain", new CreateNamespace("billing")), of("hostile", new CreateNamespace(HOSTILE_NAME)));
    }

    static List<Sample> dropNamespace() {
        return List.of(of("hostile", new DropNamespace(HOSTILE_NAME), "CREATE SCHEMA " + quoted(HOSTILE_NAME)));
    }

    static List<Sample> createSequence() {
        return List.of(
                of("nothing stated", new CreateSequence(n("s"), SequenceOptions.UNSTATED)),
                of(
                        "as Hibernate wants it",
                        new CreateSequence(
                                n("customer_seq"), new SequenceOptions(null, 1L, 50L, null, null, null, null))),
                of(
                                "unlogged",
                                new CreateSequence(
                                        n("s"), new SequenceOptions(null, null, 5L, null, null, null, null), true))
                        .from(15),
                of(
                        "everything unusual",
                        new CreateSequence(
                                n("s"),
                                new SequenceOptions(SqlType.parse("integer"), -5L, -5L, -500L, -1L, 20L, true))),
                of(
                        "descending, everything stated and usual",
                        new CreateSequence(
                                n("s"),
                                new SequenceOptions(
                                        SqlType.parse("smallint"), -1L, -1L, (long) Short.MIN_VALUE, -1L, 1L, false))));
    }

    static List<Sample> alterSequence() {
        return List.of(
                of(
                        "every option",
                        new AlterSequence(
                                n("s"),
                                new SequenceOptions(SqlType.parse("integer"), 3L, 2L, 1L, 1000L, 5L, true),
                                null),
                        "CREATE SEQUENCE s"),
                of(
                        "owned",
                        new AlterSequence(
                                n("s"),
                                SequenceOptions.UNSTATED,
                                new SequenceOwner(new ColumnRef(n("t"), HOSTILE_NAME))),
                        "CREATE SEQUENCE s",
                        "CREATE TABLE t (" + quoted(HOSTILE_NAME) + " integer)"),
                of(
                        "starting over",
                        new AlterSequence(n("s"), new SequenceOptions(null, 7L, null, 5L, 9L, null, null), null, 7L),
                        "CREATE SEQUENCE s"),
                of(
                                "an option, and not logged",
                                new AlterSequence(
                                        n("s"),
                                        new SequenceOptions(null, null, 2L, null, null, null, null),
                                        null,
                                        null,
                                        true),
                                "CREATE SEQUENCE s")
                        .from(15),
                of(
                                "logged",
                                new AlterSequence(n("s"), SequenceOptions.UNSTATED, null, null, false),
                                "CREATE UNLOGGED SEQUENCE s")
                        .from(15),
                of(
                        "owned by nobody",
                        new AlterSequence(n("s"), SequenceOptions.UNSTATED, new SequenceOwner(null)),
                        "CREATE TABLE t (a integer)",
                        "CREATE SEQUENCE s OWNED BY t.a"));
    }

    static List<Sample> dropSequence() {
        return List.of(of("plain", new DropSequence(n("s")), "CREATE SEQUENCE s"));
    }

    static List<Sample> renameSequence() {
        return List.of(of(
                "into another namespace",
                new RenameSequence(n("s"), n("billing.seq")),
                "CREATE SCHEMA billing",
                "CREATE SEQUENCE s"));
    }

    static List<Sample> createView() {
        return List.of(
                of(
                        "with a semicolon and a comment at its end",
                        new CreateView(View.of(n("v"), "SELECT a\nFROM t; -- all")),
                        "CREATE TABLE t (a integer)"),
                of("plain", new CreateView(View.of(n("v"), " SELECT 1 AS one;"))),
                of(
                        "materialized",
                        new CreateView(new View(n("v"), "SELECT 1 AS one", true, new TreeSet<>(), new TreeSet<>()))));
    }

    static List<Sample> dropView() {
        return List.of(
                of("plain", new DropView(n("v"), false), "CREATE VIEW v AS SELECT 1"),
                of("materialized", new DropView(n("v"), true), "CREATE MATERIALIZED VIEW v AS SELECT 1"));
    }

    private static final String FUNCTION =
            "CREATE FUNCTION \"Touch\"(a integer) RETURNS integer LANGUAGE sql AS $$\n  SELECT a -- \\ and \"\"\"\n$$";

    static List<Sample> createObject() {
        return List.of(
                of("a function", new CreateObject(SqlObject.parse("function Touch(a integer)"), FUNCTION)),
                of(
                        "a function in the place of another",
                        new CreateObject(
                                SqlObject.parse("function Touch(a integer)"),
                                FUNCTION.replaceFirst("CREATE", "CREATE OR REPLACE") + ";"),
                        FUNCTION),
                of(
                        "a procedure",
                        new CreateObject(
                                SqlObject.parse("procedure pay()"),
                                "CREATE PROCEDURE pay() LANGUAGE plpgsql AS 'BEGIN END'")),
                of(
                        "a trigger with a nasty name",
                        new CreateObject(
                                SqlObject.parse("trigger \"a \"\"b\"\" c.d\" on t"),
                                "CREATE TRIGGER \"a \"\"b\"\" c.d\" BEFORE UPDATE ON t FOR EACH ROW"
                                        + " EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
                        "CREATE TABLE t (a integer)"),
                of(
                        "an extension",
                        new CreateObject(
                                SqlObject.parse("extension uuid-ossp"),
                                "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"")),
                of(
                        "row level security",
                        new CreateObject(
                                SqlObject.parse("row security on \"a b\""),
                                "ALTER TABLE \"a b\" ENABLE ROW LEVEL SECURITY"),
                        "CREATE TABLE \"a b\" (a integer)"),
                of(
                        "an aggregate",
                        new CreateObject(
                                SqlObject.parse("aggregate \"a b\"(text)"),
                                "CREATE AGGREGATE \"a b\"(text) (SFUNC = textcat, STYPE = text)")),
                of(
                        "an operator",
                        new CreateObject(
                                SqlObject.parse("operator <~>(NONE, integer)"),
                                "CREATE OPERATOR <~> (FUNCTION = int4um, RIGHTARG = integer)")),
                of(
                        "a range type",
                        new CreateObject(SqlObject.parse("type span"), "CREATE TYPE span AS RANGE (SUBTYPE = float8)")),
                of(
                        "a collation",
                        new CreateObject(
                                SqlObject.parse("collation \"a b\""), "CREATE COLLATION \"a b\" (LOCALE = 'C')")),
                of(
                        "a cast",
                        new CreateObject(
                                SqlObject.parse("cast (public.mood as integer)"),
                                "CREATE CAST (mood AS integer) WITH INOUT"),
                        "CREATE TYPE mood AS ENUM ('a')"),
                of(
                        "a text search dictionary",
                        new CreateObject(
                                SqlObject.parse("text search dictionary nouns"),
                                "CREATE TEXT SEARCH DICTIONARY nouns (TEMPLATE = simple)")),
                of(
                        "a text search configuration",
                        new CreateObject(
                                SqlObject.parse("text search configuration words"),
                                "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);\n"
                                        + "ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING FOR url")));
    }

    static List<Sample> dropObject() {
        return List.of(
                of(
                        "an aggregate",
                        new DropObject(SqlObject.parse("aggregate counted()")),
                        "CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0')"),
                of(
                        "an operator",
                        new DropObject(SqlObject.parse("operator billing.<~>(NONE, integer)")),
                        "CREATE SCHEMA billing",
                        "CREATE OPERATOR billing.<~> (FUNCTION = int4um, RIGHTARG = integer)"),
                of(
                        "a range type",
                        new DropObject(SqlObject.parse("type span")),
                        "CREATE TYPE span AS RANGE (SUBTYPE = float8)"),
                of(
                        "a collation",
                        new DropObject(SqlObject.parse("collation \"a b\"")),
                        "CREATE COLLATION \"a b\" (LOCALE = 'C')"),
                of(
                        "a cast",
                        new DropObject(SqlObject.parse("cast (public.mood as integer)")),
                        "CREATE TYPE mood AS ENUM ('a')",
                        "CREATE CAST (mood AS integer) WITH INOUT"),
                of(
                        "a text search dictionary",
                        new DropObject(SqlObject.parse("text search dictionary nouns")),
                        "CREATE TEXT SEARCH DICTIONARY nouns (TEMPLATE = simple)"),
                of(
                        "a text search configuration",
                        new DropObject(SqlObject.parse("text search configuration words")),
                        "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)"),
                of("a function", new DropObject(SqlObject.parse("function Touch(a integer)")), FUNCTION),
                of(
                        "a trigger",
                        new DropObject(SqlObject.parse("trigger touched on billing.order")),
                        "CREATE SCHEMA billing",
                        "CREATE TABLE billing.\"order\" (a integer)",
                        "CREATE TRIGGER touched BEFORE UPDATE ON billing.\"order\" FOR EACH ROW"
                                + " EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
                of(
                        "a policy",
                        new DropObject(SqlObject.parse("policy own on t")),
                        "CREATE TABLE t (a integer)",
                        "CREATE POLICY own ON t USING (a > 0)"),
                of(
                        "a rule",
                        new DropObject(SqlObject.parse("rule kept on t")),
                        "CREATE TABLE t (a integer)",
                        "CREATE RULE kept AS ON DELETE TO t DO INSTEAD NOTHING"),
                of(
                        "statistics",
                        new DropObject(SqlObject.parse("statistics s on t")),
                        "CREATE TABLE t (a integer, b integer)",
                        "CREATE STATISTICS s ON a, b FROM t"),
                of(
                        "an extension",
                        new DropObject(SqlObject.parse("extension uuid-ossp")),
                        "CREATE EXTENSION \"uuid-ossp\""),
                of(
                        "row level security",
                        new DropObject(SqlObject.parse("row security on \"a b\"")),
                        "CREATE TABLE \"a b\" (a integer)",
                        "ALTER TABLE \"a b\" FORCE ROW LEVEL SECURITY"));
    }

    static List<Sample> setComment() {
        return List.of(
                of("namespace", comment(CommentTarget.Kind.NAMESPACE, "s", "", "it's"), "CREATE SCHEMA s"),
                of(
                        "a function",
                        new SetComment(
                                CommentTarget.object(SqlObject.parse("function Touch(a integer)")), HOSTILE_TEXT),
                        FUNCTION),
                of(
                        "an operator",
                        new SetComment(
                                CommentTarget.object(SqlObject.parse("operator billing.<~>(NONE, integer)")), null),
                        "CREATE SCHEMA billing",
                        "CREATE OPERATOR billing.<~> (FUNCTION = int4um, RIGHTARG = integer)"),
                of(
                        "a policy",
                        new SetComment(CommentTarget.object(SqlObject.parse("policy own on t")), HOSTILE_TEXT),
                        "CREATE TABLE t (a integer)",
                        "CREATE POLICY own ON t USING (a > 0)"),
                of(
                        "a cast",
                        new SetComment(
                                CommentTarget.object(SqlObject.parse("cast (public.mood as integer)")), HOSTILE_TEXT),
                        "CREATE TYPE mood AS ENUM ('a')",
                        "CREATE CAST (mood AS integer) WITH INOUT"),
                of("table", comment(CommentTarget.Kind.TABLE, "t", "", null), "CREATE TABLE t ()"),
                of(
                        "column",
                        comment(CommentTarget.Kind.COLUMN, "t", HOSTILE_NAME, HOSTILE_TEXT),
                        "CREATE TABLE t (" + quoted(HOSTILE_NAME) + " integer)"),
                of(
                        "index",
                        comment(CommentTarget.Kind.INDEX, "i", "", HOSTILE_TEXT),
                        "CREATE TABLE t (a integer)",
                        "CREATE INDEX i ON t (a)"),
                of(
                        "constraint",
                        comment(CommentTarget.Kind.CONSTRAINT, "t", HOSTILE_NAME, "c"),
                        "CREATE TABLE t (a integer, CONSTRAINT " + quoted(HOSTILE_NAME) + " CHECK (a > 0))"),
                of("sequence", comment(CommentTarget.Kind.SEQUENCE, "s", "", "c"), "CREATE SEQUENCE s"),
                of("type", comment(CommentTarget.Kind.TYPE, "e", "", "c"), "CREATE TYPE e AS ENUM ()"),
                of("domain", comment(CommentTarget.Kind.DOMAIN, "d", "", "c"), "CREATE DOMAIN d AS text"),
                of(
                        "constraint of a domain",
                        comment(CommentTarget.Kind.DOMAIN_CONSTRAINT, "d", "d_check", HOSTILE_TEXT),
                        "CREATE DOMAIN d AS text CONSTRAINT d_check CHECK (VALUE <> '')"),
                of("view", comment(CommentTarget.Kind.VIEW, "v", "", "c"), "CREATE VIEW v AS SELECT 1"),
                of(
                        "materialized view",
                        comment(CommentTarget.Kind.MATERIALIZED_VIEW, "v", "", "c"),
                        "CREATE MATERIALIZED VIEW v AS SELECT 1"));
    }

    private static SetComment comment(CommentTarget.Kind kind, String name, String part, @Nullable String text) {
        ObjectName object = kind == CommentTarget.Kind.NAMESPACE ? new ObjectName(name, name) : ObjectName.of(name);
        return new SetComment(new CommentTarget(kind, object, part), text);
    }

    static List<Sample> execute() {
        return List.of(
                of("plain", new Execute("UPDATE t SET a = 1"), "CREATE TABLE t (a integer)"),
                of(
                        "several lines, semicolon and comment at the end",
                        new Execute("UPDATE t\n  SET a = 1;\n-- done;"),
                        "CREATE TABLE t (a integer)"));
    }

    static List<Sample> irreversible() {
        return List.of(of("hostile", new Irreversible(HOSTILE_TEXT)));
    }
}
