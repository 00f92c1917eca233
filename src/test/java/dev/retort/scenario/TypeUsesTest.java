package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions and casts that hold a type which goes or is made anew: told with the statement that takes them away, without which the change fails. */
class TypeUsesTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());
    private static final Pattern TYPED = Pattern.compile("`(DROP [^`]+)`");

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
                "CREATE FUNCTION next() RETURNS SETOF shown LANGUAGE sql AS 'SELECT * FROM shown'",
                "CREATE FUNCTION gone() RETURNS SETOF old_thing LANGUAGE sql AS 'SELECT * FROM old_thing'",
                "CREATE CAST (text AS kind) WITH INOUT AS ASSIGNMENT"
            })
    void isToldWithWhatTakesItAway(String holder) throws SQLException {
        String rest = "CREATE TYPE kind AS ENUM ('a', 'b', 'c'); CREATE TABLE thing (id int PRIMARY KEY, kind kind);"
                + " CREATE VIEW shown AS SELECT id, kind FROM thing; ";
        database.load(rest.replace(", 'c'", ""));
        Schema to = database.read(ALL);
        String from = rest + "CREATE TABLE old_thing (id int); " + holder;
        database.load(from);
        Difference up = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);

        List<Warning> told = up.warnings().stream()
                .filter(warning -> warning.rule().equals("unmanaged-reference"))
                .toList();
        assertThat(told).singleElement().satisfies(warning -> assertThat(warning.level())
                .isEqualTo(Warning.Level.ERROR));
        assertThatThrownBy(() -> database.apply(up.operations())).hasMessageContaining("depend");

        database.load(from);
        Matcher typed = TYPED.matcher(told.get(0).cure());
        assertThat(typed.find()).isTrue();
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(typed.group(1));
        }
        database.apply(up.operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
    }
}
