package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays and calls a function that goes: told with the statement that takes it away, without which dropping the function fails. */
class FunctionUsesTest {

    private static final Scope ALL = new Scope(Set.of("public"), List.of(), List.of(), Set.of());
    private static final Pattern TYPED = Pattern.compile("^Before the upgrade run `([^`]+)`");
    private static final String REST =
            "CREATE FUNCTION \"Co de\"(a integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'select a';"
                    + " CREATE SCHEMA other; CREATE TABLE t (id int PRIMARY KEY, \"A\" int); ";

    private ScenarioDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DOMAIN d AS integer CONSTRAINT \"D\" CHECK (\"Co de\"(value) > 0)",
                "CREATE DOMAIN d AS integer DEFAULT \"Co de\"(1)",
                "ALTER TABLE t ALTER COLUMN \"A\" SET DEFAULT \"Co de\"(1)",
                "ALTER TABLE t ADD CONSTRAINT \"C\" CHECK (\"Co de\"(\"A\") > 0)",
                "ALTER TABLE t ADD COLUMN \"G\" int GENERATED ALWAYS AS (\"Co de\"(\"A\")) STORED",
                "CREATE INDEX \"I\" ON t ((\"Co de\"(\"A\")))",
                "CREATE STATISTICS \"S\" ON (\"Co de\"(\"A\")), id FROM t",
                "CREATE VIEW \"V\" AS SELECT \"Co de\"(id) AS code FROM t",
                "CREATE MATERIALIZED VIEW other.m AS SELECT \"Co de\"(id) AS code FROM t",
                "CREATE POLICY \"P\" ON t USING (\"Co de\"(\"A\") > 0)",
                "CREATE RULE \"R\" AS ON DELETE TO t WHERE \"Co de\"(old.\"A\") = 0 DO INSTEAD NOTHING",
                "CREATE TRIGGER \"T\" BEFORE UPDATE ON t FOR EACH ROW WHEN (\"Co de\"(new.id) > 0)"
                        + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE FUNCTION \"F\"(a int) RETURNS int LANGUAGE sql RETURN \"Co de\"(a)",
                "CREATE FUNCTION other.f(a int) RETURNS int LANGUAGE sql RETURN \"Co de\"(a)",
                "CREATE AGGREGATE other.\"Agg\" (int) (sfunc = other.add, stype = int, finalfunc = \"Co de\")",
                "CREATE OPERATOR other.@@ (function = \"Co de\", rightarg = int)",
                "CREATE TABLE other.t (a int DEFAULT \"Co de\"(1))",
                "CREATE TABLE q (a int CHECK (\"Co de\"(a) > 0)) PARTITION BY RANGE (a);"
                        + " CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (0) TO (9)",
            })
    void isToldWithWhatTakesItAway(String holder) throws SQLException {
        String from = REST + "CREATE FUNCTION other.add(int, int) RETURNS int LANGUAGE sql AS 'select 1'; " + holder;
        database.load(from);
        Schema is = extras(extra -> true);
        Schema shall = extras(extra -> !isCode(extra));
        Difference up = SchemaDiffer.diff(is, shall, Renames.NONE);

        List<Warning> told = up.warnings().stream()
                .filter(warning -> warning.rule().equals("unmanaged-reference"))
                .toList();
        assertThat(told).singleElement().satisfies(warning -> assertThat(warning.level())
                .isEqualTo(Warning.Level.ERROR));
        assertThatThrownBy(() -> database.apply(up.operations())).hasMessageContaining("depend");

        Matcher typed = TYPED.matcher(told.get(0).cure());
        assertThat(typed.find()).isTrue();
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(typed.group(1));
        }
        database.apply(up.operations());
    }

    /** The database with its function under management. */
    private Schema extras(Predicate<Extra> kept) {
        Schema schema = database.read(ALL);
        return schema.toBuilder()
                .extras(schema.extras().stream()
                        .filter(kept)
                        .map(extra -> isCode(extra) ? extra.withStated("") : extra)
                        .toList())
                .build();
    }

    private static boolean isCode(Extra extra) {
        return extra.kind() == Extra.Kind.FUNCTION && extra.name().name().startsWith("Co de(");
    }
}
