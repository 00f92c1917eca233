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
}
