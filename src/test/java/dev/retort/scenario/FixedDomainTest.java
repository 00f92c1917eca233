package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A domain that columns hold within arrays or rows takes no check any more: what its checks call of a type that is made anew comes again with the next revision, and is told. */
class FixedDomainTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

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
                "CREATE TABLE t (id int, s spelt[])",
                "CREATE TYPE pair AS (s spelt); CREATE DOMAIN over AS pair; CREATE TABLE t (id int, s over)",
                "CREATE DOMAIN over AS spelt[]; CREATE TABLE t (id int, s over)"
            })
    void isToldAndMadeAnewByTheNext(String held) throws SQLException {
        String before = "CREATE TYPE mood AS ENUM ('GLAD', 'ODD', 'SAD');"
                + " CREATE FUNCTION moods(text) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT $1::mood';"
                + " CREATE DOMAIN spelt AS text CONSTRAINT \"as mood\" CHECK (moods(VALUE) IS NOT NULL); " + held;
        database.load(before.replace(" 'ODD',", ""));
        Schema to = database.read(ALL);
        database.load(before);
        Difference up = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);

        assertThat(up.warnings().stream().filter(warning -> warning.level() == Warning.Level.ERROR))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.rule()).isEqualTo("domain-check-left-off");
                    assertThat(warning.message()).startsWith("the check as mood of the domain spelt calls a function");
                    assertThat(ErrorRules.contains(warning.rule())).isTrue();
                });
        database.apply(up.operations());
        Schema without = database.read(ALL);
        Difference next = SchemaDiffer.diff(without, to, Renames.NONE);
        assertThat(next.isEmpty()).isFalse();
        database.apply(next.operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
    }
}
