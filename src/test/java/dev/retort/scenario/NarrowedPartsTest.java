package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes and domains that become narrower: a value that does not fit is told, and makes the revision fail as that of a plain column does; none is cut. */
class NarrowedPartsTest {

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
    @CsvSource(delimiter = '|', textBlock = """
                    CREATE TYPE part AS (a varchar(20), n int)|part|ROW('%s', 1)|short|longer
                    CREATE TYPE part AS (a varchar(20), n int)|part[]|ARRAY[NULL, ROW('%s', 1)::part]|short|longer
                    CREATE TYPE part AS (a varchar(20)[])|part|ROW('{%s}'::varchar[])|short|longer
                    CREATE TYPE inner_part AS (a varchar(20)); CREATE TYPE part AS (i inner_part)|part|ROW(ROW('%s'))|short|longer
                    CREATE TYPE part AS (a bit varying(20))|part|ROW(B'%s')|10101|101010
                    CREATE DOMAIN part AS varchar(20)|part|('%s')|short|longer
                    CREATE DOMAIN part AS varchar(20)|part[]|ARRAY['%s', NULL]|a "b"|longer
                    CREATE DOMAIN part AS varchar(20)[]|part|ARRAY['%s']|short|longer
                    CREATE DOMAIN code AS varchar(20); CREATE TYPE part AS (a code)|part|ROW('%s')|short|longer
                    """)
    void isToldAndCutsNothing(String types, String column, String value, String fits, String longer)
            throws SQLException {
        String table = "; CREATE TABLE t (id int, p " + column + ")";
        database.load(types.replace("(20)", "(5)") + table);
        Schema to = database.read(ALL);
        database.load(types + table + "; INSERT INTO t VALUES (1, " + value.formatted(fits) + ")");
        String held = "SELECT p::text FROM t";
        String before = value(held);
        Difference up = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
        assertThat(up.warnings()).extracting(Warning::rule).contains("narrowing-type-change");
        database.apply(up.operations());
        assertThat(value(held)).isEqualTo(before);
        assertThat(SchemaDiffer.diff(database.read(ALL), to, Renames.NONE).operations())
                .isEmpty();

        database.load(types + table + "; INSERT INTO t VALUES (1, " + value.formatted(longer) + ")");
        assertThatThrownBy(() -> database.apply(up.operations())).hasMessageContaining("too long for type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    numeric(12,2)|varchar(6)|12.50|12345.67
                    jsonb|varchar(9)|{"a": 1}|{"a": 123}
                    word|varchar(3)|abc|abcd
                    word[]|varchar(3)[]|{abc,NULL}|{abc,abcd}
                    timestamp(1)|varchar(19)|2020-02-29 10:00:00|2020-02-29 10:00:00.5
                    varchar(9)|varchar(3)[]|abc|abcd
                    varchar(9)[]|varchar(3)|{abc,abcd}|{abcd}
                    integer[]|varchar(3)[]|{1,-22}|{1,-222}
                    integer|varchar(3)[]|-22|-222
                    bytea|varchar(3)|\\303\\251ab|\\303\\251abc
                    "Ad dr"|"Ad dr"|(-22,)|(-222,)
                    """)
    void becomesATextThatIsTooShort(String is, String shall, String fits, String longer) throws SQLException {
        String types = "CREATE TYPE word AS ENUM ('abc', 'abcd'); CREATE TYPE \"Ad dr\" AS (\"n o\" %s, b int);"
                + " CREATE TABLE t (id int, p %s);";
        database.load(types.formatted("varchar(3)", shall));
        Schema to = database.read(ALL);
        for (String value : List.of(fits, longer)) {
            database.load(types.formatted("int", is) + "INSERT INTO t VALUES (1, '" + value + "')");
            Difference up = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
            assertThat(up.warnings()).extracting(Warning::rule).contains("narrowing-type-change");
            PastedCures.ask(
                    up.warnings().stream()
                            .filter(w -> w.rule().equals("narrowing-type-change"))
                            .toList(),
                    database.connection());
            if (value.equals(fits)) {
                database.apply(up.operations());
                assertThat(value("SELECT count(p)::text FROM t")).isEqualTo("1");
            } else {
                assertThatThrownBy(() -> database.apply(up.operations())).hasMessageContaining("too long for type");
            }
        }
    }

    private String value(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
