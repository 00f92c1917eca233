package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of JSON that becomes values with attributes or lists, and of lists that become texts: the questions of the warnings find the rows that lose something, and no others. */
class LostElementsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final String TYPES =
            "CREATE TYPE \"G\"\"eo\" AS (\"la.t\" int, n numeric(5,2)); CREATE DOMAIN dom AS \"G\"\"eo\";"
                    + " CREATE TYPE addr AS (street text, \"It's\" \"G\"\"eo\", at date, l dom[]); CREATE TABLE keep (a addr);";

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    /** The question finds the first row alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    jsonb|addr|{"street": "a", "fax": 1}|{"at": "2024-01-01"}
                    json|addr|{"It's": {"la": 1}}|{"It's": {"la.t": 1, "n": 2}, "l": []}
                    jsonb|addr|{"l": [{"la.t": 1}, {"x": 2}]}|{"l": [{"la.t": 1}, null]}
                    jsonb|addr[]|[{"street": "a"}, {"no": 1}]|[]
                    json|dom[]|[{"at": 1}]|[{"n": 1}, null]
                    jsonb|numeric(5,2)[]|[1, null, 1.255]|[1.25, "3"]
                    """)
    void keysAndDigits(String is, String shall, String loses, String stays) throws SQLException {
        Road road = road(is, shall);
        Warning warning = told(road.up.warnings(), "narrowing-type-change");
        execute("INSERT INTO t VALUES (1, $$" + loses + "$$), (2, $$" + stays + "$$), (3, NULL)");
        assertThat(asked(warning, 1)).isEqualTo("1");
        if (shall.equals("addr")) {
            assertThat(warning.message())
                    .contains(
                            "what is no attribute of addr is left out, and an attribute that is not there becomes null")
                    .contains("of at, a time of day or a zone in a text is left out")
                    .contains("what is no attribute of It's is left out")
                    .contains("of It's.n, a number of more digits is rounded");
        }
        database.apply(road.up.operations());
    }

    /** JSON that is no object, and none that fits, is no reason for the question to fail. */
    @Test
    void questionsOfAnyJson() throws SQLException {
        Warning warning = told(road("jsonb", "addr").up.warnings(), "narrowing-type-change");
        execute(
                "INSERT INTO t VALUES (1, '7'), (2, '\"a\"'), (3, 'null'), (4, '[1, [2]]'), (5, '{\"l\": {\"x\": 1}}')");
        assertThat(asked(warning, 1)).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date[]|a time of day or a zone in a text is left out
                    time(0)[]|a date or a zone in a text is left out, and fractions are rounded
                    real[]|a number of more digits is rounded to those that it keeps
                    """)
    void timesInLists(String shall, String told) throws SQLException {
        Warning warning = told(road("jsonb", shall).up.warnings(), "narrowing-type-change");
        assertThat(warning.message()).contains("in a list, " + told);
        assertThat(asked(warning, 1)).isEmpty();
    }

    @Test
    void nothingOfWhatConvertsWhole() throws SQLException {
        for (String shall : List.of("text[]", "int[]", "numeric[]")) {
            assertThat(road("jsonb", shall).up.warnings())
                    .extracting(Warning::rule)
                    .doesNotContain("narrowing-type-change");
        }
    }

    @Test
    void theWayDownSaysTheSame() throws SQLException {
        Road road = road("addr", "jsonb");
        assertThat(told(DowngradeWarnings.of(road.up, road.down), "downgrade-loses-data"))
                .satisfies(w ->
                        assertThat(w.message()).startsWith("on the way down, ").contains("is no attribute of addr"))
                .satisfies(w -> assertThat(w.cure()).contains("jsonb_path_query"));
    }

    /** The texts of the cure come back as the lists that they were, but for those that its question finds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    int[]|{1,NULL}|{3,4}
                    text[]|{"a,b"}|{c,d}
                    varchar(9)[]|{""}|{e,"","{"}
                    """)
    void listsInTexts(String is, String loses, String stays) throws SQLException {
        Road road = road(is, "text");
        Warning warning = told(road.up.warnings(), "elements-lost");
        execute("INSERT INTO t VALUES (1, $$" + loses + "$$), (2, $$" + stays + "$$), (3, '{}'), (4, NULL)");
        String[] ticked = warning.cure().split("`", -1);
        assertThat(asked(warning, 5)).isEqualTo("1");
        PastedCures pasted = new PastedCures();
        pasted.add(List.of(warning));
        List<Operation> calls = pasted.compiled();
        assertThat(calls).as(String.join("\n", ticked)).hasSize(2).allMatch(AlterColumn.class::isInstance);
        String rest = "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t WHERE id > 1";
        String before = one(rest);
        database.apply(List.of(calls.get(0)));
        database.apply(List.of(calls.get(1)));
        assertThat(one(rest)).isEqualTo(before);
        assertThat(SchemaDiffer.diff(database.read(PUBLIC), road.from, Renames.NONE)
                        .operations())
                .isEmpty();
    }

    /** A list of nothing has no first element. */
    @Test
    void emptyLists() throws SQLException {
        Warning warning = told(road("int[]", "int").up.warnings(), "elements-lost");
        execute("INSERT INTO t VALUES (1, '{}'), (2, '{1}'), (3, NULL), (4, '{1,2}')");
        assertThat(warning.message()).endsWith("an empty list becomes null");
        assertThat(asked(warning, 1)).isEqualTo("1 4");
        assertThat(told(road("int[] NOT NULL", "int NOT NULL").up.warnings(), "elements-lost")
                        .message())
                .endsWith("an empty list becomes null, which the column does not take");
    }

    private static Warning told(List<Warning> warnings, String rule) {
        List<Warning> told =
                warnings.stream().filter(w -> w.rule().equals(rule)).toList();
        assertThat(told).as(String.valueOf(warnings)).hasSize(1);
        return told.get(0);
    }

    private static String asked(Warning warning, int which) throws SQLException {
        String question = warning.cure().split("`", -1)[which];
        return one("SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM (" + question + ") q");
    }

    private static Road road(String is, String shall) throws SQLException {
        String table = TYPES + "CREATE TABLE t (id int PRIMARY KEY, \"a b\" %s)";
        database.load(table.formatted(shall));
        Schema to = database.read(PUBLIC);
        database.load(table.formatted(is));
        Schema from = database.read(PUBLIC);
        return new Road(from, SchemaDiffer.diff(from, to, Renames.NONE), SchemaDiffer.diff(to, from, Renames.NONE));
    }

    private record Road(Schema from, Difference up, Difference down) {}

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
