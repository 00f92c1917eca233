package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A composite type that becomes a table of its name, and back, under a column: told, and had by the way that is told. */
class RowTypesTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());
    private static final String COMPOSITE = "CREATE TYPE place AS (street text, town text); ";
    private static final String TABLE = "CREATE TABLE place (street text, town text); ";

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
    @CsvSource({"true, place, text", "false, place, text", "true, place[], text[]"})
    void isToldWithTheWayInTwoRevisions(boolean toTable, String type, String text) throws SQLException {
        String shop = "CREATE TABLE shop (id integer, home " + type + "); INSERT INTO shop VALUES (1, NULL)";
        database.load((toTable ? TABLE : COMPOSITE) + shop);
        Schema to = database.read(ALL);
        String before = (toTable ? COMPOSITE : TABLE) + shop;
        database.load(before);
        Difference once = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
        assertThat(once.warnings())
                .filteredOn(w -> w.level() == Warning.Level.ERROR)
                .singleElement()
                .satisfies(w -> {
                    assertThat(ErrorRules.contains(w.rule())).isTrue();
                    assertThat(w.objects()).containsExactly("public.place", "public.shop.home");
                    assertThat(w.cure()).contains("USING home::" + text + "`");
                });
        assertThatThrownBy(() -> database.apply(once.operations())).hasMessageContaining("place");

        database.load((toTable ? COMPOSITE : TABLE) + shop.replace(type, text));
        Schema between = database.read(ALL);
        database.load(before);
        database.apply(
                SchemaDiffer.diff(database.read(ALL), between, Renames.NONE).operations());
        database.apply(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true; CREATE TYPE address AS (id integer, home place); CREATE TABLE shop (a address); public.address.home",
                "false; CREATE TYPE address AS (id integer, home place); CREATE TABLE shop (a address); public.address.home",
                "true; CREATE TYPE address AS (id integer, homes place[]); CREATE TABLE shop (a address[]); public.address.homes",
                "true; CREATE DOMAIN home AS place; CREATE TABLE shop (h home); public.home",
                "false; CREATE DOMAIN home AS place; CREATE TABLE shop (h home[]); public.home"
            })
    void isToldOfWhatIsMadeOfIt(boolean toTable, String made, String used, String object) throws SQLException {
        String rest = made + "; " + used;
        database.load((toTable ? TABLE : COMPOSITE) + rest);
        Schema to = database.read(ALL);
        String before = (toTable ? COMPOSITE : TABLE) + rest;
        database.load(before);
        Difference once = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
        assertThat(once.warnings())
                .filteredOn(w -> w.level() == Warning.Level.ERROR)
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.rule()).isEqualTo("row-type-in-use");
                    assertThat(w.objects()).containsExactly("public.place", object);
                });

        database.load((toTable ? COMPOSITE : TABLE) + rest.replace("place", "text"));
        Schema between = database.read(ALL);
        database.load(before);
        database.apply(
                SchemaDiffer.diff(database.read(ALL), between, Renames.NONE).operations());
        if (toTable) {
            database.load(TABLE + rest.replace("place", "text"));
            Schema third = database.read(ALL);
            database.load((toTable ? COMPOSITE : TABLE) + rest.replace("place", "text"));
            database.apply(
                    SchemaDiffer.diff(database.read(ALL), third, Renames.NONE).operations());
        }
        database.apply(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
    }

    @Test
    void aColumnThatLeavesTheCompositeTypeIsNotInTheWay() throws SQLException {
        database.load(TABLE + "CREATE TABLE shop (id integer, home text)");
        Schema to = database.read(ALL);
        database.load(COMPOSITE + "CREATE TABLE shop (id integer, home place)");
        Difference once = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
        assertThat(once.warnings()).noneMatch(w -> w.level() == Warning.Level.ERROR);
        database.apply(once.operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
        // A table has to go before its columns can be converted.
        database.load(COMPOSITE + "CREATE TABLE shop (id integer, home text)");
        Schema composite = database.read(ALL);
        database.load(TABLE + "CREATE TABLE shop (id integer, home place)");
        assertThat(SchemaDiffer.diff(database.read(ALL), composite, Renames.NONE)
                        .warnings())
                .filteredOn(w -> w.level() == Warning.Level.ERROR)
                .singleElement()
                .satisfies(w -> assertThat(w.message()).contains("shop.home is of it, and leaves it too late"));
    }

    @Test
    void tablesComeAndGoInTheOrderOfTheirRows() throws SQLException {
        database.load("CREATE TABLE z (a integer); CREATE TABLE b (z z); CREATE TABLE a (b b[])");
        Schema to = database.read(ALL);
        database.load("");
        database.apply(SchemaDiffer.diff(Schema.EMPTY, to, Renames.NONE).operations());
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();
        database.apply(SchemaDiffer.diff(to, Schema.EMPTY, Renames.NONE).operations());
        assertThat(database.read(ALL).tables()).isEmpty();
    }

    @Test
    void aTypeOfTheRowsOfATableThatComesWithItIsTold() throws SQLException {
        database.load(TABLE + "CREATE TYPE address AS (home place); CREATE DOMAIN somewhere AS place");
        Schema to = database.read(ALL);
        for (Difference difference : List.of(
                SchemaDiffer.diff(Schema.EMPTY, to, Renames.NONE), SchemaDiffer.diff(to, Schema.EMPTY, Renames.NONE))) {
            assertThat(difference.warnings())
                    .filteredOn(w -> w.level() == Warning.Level.ERROR)
                    .extracting(Warning::objects)
                    .containsExactly(
                            List.of("public.place", "public.address"), List.of("public.place", "public.somewhere"));
        }
    }
}
