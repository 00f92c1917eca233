package dev.retort.operation;

import static dev.retort.operation.Sample.HOSTILE_NAME;
import static dev.retort.operation.Sample.HOSTILE_TEXT;
import static dev.retort.operation.Sample.n;
import static dev.retort.operation.Sample.of;
import static dev.retort.operation.Sample.quoted;

import dev.retort.schema.Check;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NotNull;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of operations on constraints and indexes. */
final class ConstraintSamples {

    private static final String TWO = "CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b))";
    private static final String CHILD = "CREATE TABLE c (a integer DEFAULT 0, b integer)";

    private ConstraintSamples() {}

    static List<Sample> add() {
        ForeignKey key = ForeignKey.of("c_p", List.of("a", "b"), n("p"), List.of("a", "b"));
        return List.of(
                of(
                                "temporal unique",
                                new AddConstraint(
                                        n("r"),
                                        Unique.of("r_u", List.of("room", "during"))
                                                .withWithoutOverlaps(true)),
                                "CREATE TABLE r (room int4range, during tsrange)")
                        .from(18),
                of(
                                "temporal foreign key",
                                new AddConstraint(
                                        n("c"),
                                        ForeignKey.of("c_r", List.of("room", "at"), n("r"), List.of("room", "during"))
                                                .withPeriod(true)),
                                "CREATE TABLE r (room int4range, during tsrange, PRIMARY KEY (room, during WITHOUT OVERLAPS))",
                                "CREATE TABLE c (room int4range, at tsrange)")
                        .from(18),
                of(
                                "check that is not enforced",
                                new AddConstraint(
                                        n("c"), Check.of("c_a", "a > 0").withEnforced(false)),
                                CHILD)
                        .from(18),
                of("foreign key that is not enforced", new AddConstraint(n("c"), key.withEnforced(false)), TWO, CHILD)
                        .from(18),
                of(
                                "not null, not valid and not inherited",
                                new AddConstraint(n("c"), new NotNull(HOSTILE_NAME, "a", true, false)),
                                CHILD)
                        .from(18),
                of("not null without a name", new AddConstraint(n("c"), NotNull.of(null, "a")), CHILD)
                        .from(18),
                of(
                        "primary key",
                        new AddConstraint(
                                n("c"),
                                new PrimaryKey(
                                        "c_pkey", List.of("b", "a"), List.of(), Deferrability.INITIALLY_IMMEDIATE)),
                        CHILD),
                of("unique without a name", new AddConstraint(n("c"), Unique.of(null, List.of("a"))), CHILD),
                of(
                        "a check with a hostile text",
                        new AddConstraint(
                                n("c"),
                                new Check(
                                        HOSTILE_NAME,
                                        Expression.of("a::text <> '" + HOSTILE_TEXT.replace("'", "''") + "'"),
                                        true,
                                        false)),
                        CHILD),
                of(
                        "exclusion",
                        new AddConstraint(n("r"), new Exclusion("r_excl", "EXCLUDE USING gist (during WITH &&)")),
                        "CREATE TABLE r (during tsrange)"),
                of(
                        "foreign key with all its words",
                        new AddConstraint(
                                n("c"),
                                key.withMatchFull(true)
                                        .withOnDelete(ForeignKey.Action.CASCADE)
                                        .withOnUpdate(ForeignKey.Action.SET_DEFAULT)
                                        .withDeferrability(Deferrability.INITIALLY_DEFERRED)
                                        .withValidated(false)),
                        TWO,
                        CHILD),
                of(
                        "foreign key that restricts",
                        new AddConstraint(
                                n("c"),
                                key.withOnDelete(ForeignKey.Action.RESTRICT).withOnUpdate(ForeignKey.Action.SET_NULL)),
                        TWO,
                        CHILD),
                of(
                                "foreign key that sets one column null",
                                new AddConstraint(
                                        n("c"),
                                        key.withOnDelete(ForeignKey.Action.SET_NULL)
                                                .withSetColumns(List.of("b"))),
                                TWO,
                                CHILD)
                        .from(15));
    }

    static List<Sample> drop() {
        return List.of(of(
                "hostile",
                new DropConstraint(n("t"), HOSTILE_NAME),
                "CREATE TABLE t (a integer, CONSTRAINT " + quoted(HOSTILE_NAME) + " CHECK (a > 0))"));
    }

    static List<Sample> rename() {
        return List.of(of(
                "hostile",
                new RenameConstraint(n("t"), "c", HOSTILE_NAME),
                "CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0))"));
    }

    static List<Sample> alter() {
        String key = "ALTER TABLE c ADD CONSTRAINT c_p FOREIGN KEY (a, b) REFERENCES p";
        return List.of(
                of("deferred", new AlterConstraint(n("c"), "c_p", Deferrability.INITIALLY_DEFERRED), TWO, CHILD, key),
                of(
                        "no longer",
                        new AlterConstraint(n("c"), "c_p", Deferrability.NOT_DEFERRABLE),
                        TWO,
                        CHILD,
                        key + " DEFERRABLE"));
    }

    static List<Sample> validate() {
        return List.of(of(
                "check",
                new ValidateConstraint(n("t"), "c"),
                "CREATE TABLE t (a integer)",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID"));
    }

    static List<Sample> createIndex() {
        Index full = new Index(
                "t_idx",
                "btree",
                List.of(
                        new Index.Key("a", null, null, null, true, false),
                        new Index.Key("b", null, "text_pattern_ops", "C", false, true),
                        new Index.Key(null, Expression.of("lower(b)"), null, null, true, true)),
                List.of("c"),
                Expression.of("a > 0 -- only these"),
                true,
                false,
                new TreeMap<>(Map.of("fillfactor", "70")),
                true);
        String table = "CREATE TABLE t (a integer, b text, c integer)";
        return List.of(
                of("everything", new CreateIndex(n("t"), full, false), table),
                of("concurrently", new CreateIndex(n("t"), full, true), table),
                of(
                        "gin, in another namespace",
                        new CreateIndex(
                                n("s.t"),
                                Index.of("i", List.of(Index.Key.of("doc"))).withMethod("gin"),
                                false),
                        "CREATE SCHEMA s",
                        "CREATE TABLE s.t (doc jsonb)"),
                of(
                                "nulls equal",
                                new CreateIndex(
                                        n("t"),
                                        Index.of("i", List.of(Index.Key.of("a")))
                                                .withUnique(true)
                                                .withNullsNotDistinct(true),
                                        false),
                                table)
                        .from(15));
    }

    static List<Sample> dropIndex() {
        return List.of(
                of("plain", new DropIndex(n("i"), false), "CREATE TABLE t (a integer)", "CREATE INDEX i ON t (a)"),
                of(
                        "concurrently",
                        new DropIndex(n("s.i"), true),
                        "CREATE SCHEMA s",
                        "CREATE TABLE s.t (a integer)",
                        "CREATE INDEX i ON s.t (a)"));
    }

    static List<Sample> renameIndex() {
        return List.of(of(
                "in another namespace",
                new RenameIndex(n("s.i"), "table"),
                "CREATE SCHEMA s",
                "CREATE TABLE s.t (a integer)",
                "CREATE INDEX i ON s.t (a)"));
    }
}
