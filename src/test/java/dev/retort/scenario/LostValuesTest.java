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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL makes of values of another type by itself: what is lost is told and counted as the database does it, and nothing is told that is not so. */
class LostValuesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    /** Of the values the first becomes another one without a word of PostgreSQL's, and the others stay. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    timetz|time|the zone is lost|10:00+01|10:00:00.7+00
                    timetz|time(0)|fractions of a second are rounded|10:00:00.7+00|10:00+00
                    timetz[]|time[]|the zone is lost|{10:00+00,10:00+02}|{10:00+00}
                    timestamptz|timetz|the date is lost|2024-01-01 10:00+00|
                    interval|time|days, months and years are lost|1 day 10:00|10:00
                    interval|time(0)|fractions of a second are rounded|1.7 s|1 s
                    numeric(38)|double precision|a value of more digits is rounded|9007199254740993|1234567890123456
                    text|double precision|a number of more digits is rounded|0.30000000000000000004|0.30000000000000004
                    text|real|a number of more digits is rounded|16777217|0.1
                    inet|cidr|the address in a network is lost|10.0.0.1/24|10.0.0.1
                    numeric(5,2)|bigint|a fraction is rounded|1.5|2
                    numeric(9,2)|numeric(21)|a value of more digits is rounded|1.5|2
                    jsonb|integer|a fraction is rounded|1.5|2
                    jsonb|numeric(5,1)|a number of more digits is rounded|1.25|1.5
                    text|numeric(5,2)|a number of more digits is rounded|1.234|1.23
                    """)
    void losesAPart(String is, String shall, String told, String loses, String stays) throws SQLException {
        Difference up = up(is, shall);
        List<Warning> warnings = of(up, "narrowing-type-change");
        assertThat(warnings)
                .singleElement()
                .satisfies(w -> assertThat(w.message()).contains(told).doesNotContain("stays as it is"));
        execute("INSERT INTO t VALUES (1, '" + loses + "'), (3, NULL)");
        if (stays != null) {
            execute("INSERT INTO t VALUES (2, '" + stays + "')");
        }
        assertThat(asked(warnings.get(0))).isEqualTo("1");
        database.apply(up.operations());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    numeric(38)|bigint|numeric(38,0), becomes bigint: a larger value makes it fail
                    numeric(38)|numeric(9,2)|numeric(38,0), becomes numeric(9,2): a larger value makes it fail
                    numeric(5)|integer|
                    numeric(21)|numeric(22)|
                    numeric(21)|numeric(38)|
                    timetz|timetz(6)|
                    timetz|text|
                    time|interval|
                    cidr|inet|
                    inet|varchar(43)|
                    """)
    void losesNothing(String is, String shall, String told) throws SQLException {
        Difference up = up(is.replace("38)", "38,0)"), shall);
        assertThat(up.warnings())
                .filteredOn(w -> !Set.of("table-rewrite", "converted-values").contains(w.rule())
                        || w.message().contains("Duration"))
                .extracting(w -> w.message().substring(w.message().indexOf(", ") + 2))
                .isEqualTo(told == null ? List.of() : List.of(told));
        assertThat(of(unique(is, shall), "data-dependent-unique")).isEmpty();
    }

    /** Which of them say what the session's zone is to be, and what PostgreSQL makes of a value there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    time|timetz|10:00|10:00:00+00|the values are taken as UTC
                    timestamptz|timetz|2024-01-01 10:00+05|05:00:00+00|the values are taken as UTC
                    text|timetz(0)|2024-01-01 10:00:00.7|10:00:01+00|texts that say no zone are taken as UTC
                    text|timestamptz|2024-01-01 10:00|2024-01-01 10:00:00+00|texts that say no zone are taken as UTC
                    timestamptz|date|2024-01-01 23:00-05|2024-01-02|the values are taken as UTC
                    timetz|time|10:00+02|10:00:00|
                    """)
    void takesTheZoneOfTheSession(String is, String shall, String value, String becomes, String told)
            throws SQLException {
        Difference up = up(is, shall);
        assertThat(of(up, "time-zone-dependent-conversion"))
                .hasSize(told == null ? 0 : 1)
                .allMatch(w -> w.message().contains(told));
        execute("INSERT INTO t VALUES (1, '" + value + "')");
        execute("SET timezone = 'UTC'");
        database.apply(up.operations());
        assertThat(one("SELECT c::text FROM t")).isEqualTo(becomes);
    }

    @Test
    void hoursOfOneZone() throws SQLException {
        Difference up = up("timetz", "time");
        execute("INSERT INTO t VALUES (1, '10:00+01'), (2, '10:00+02')");
        PastedCures pasted = new PastedCures();
        pasted.add(of(up, "narrowing-type-change"));
        database.apply(pasted.compiled());
        assertThat(one("SELECT string_agg(c::text, ' ' ORDER BY id) FROM t")).isEqualTo("09:00:00 08:00:00");
    }

    @Test
    void aTextThatIsReadAsADocumentIsWrittenOtherwise() throws SQLException {
        Difference up = up("text", "jsonb");
        assertThat(of(up, "converted-values")).singleElement().matches(w -> w.message()
                .endsWith("of equal keys all but the last"));
        execute("INSERT INTO t VALUES (1, '{\"b\":1,  \"a\":1, \"b\":2}')");
        database.apply(up.operations());
        assertThat(one("SELECT c::text FROM t")).isEqualTo("{\"a\": 1, \"b\": 2}");
        assertThat(of(up("text", "json"), "converted-values")).isEmpty();
    }

    @Test
    void aTimeThatIsReadLosesItsDate() throws SQLException {
        assertThat(of(up("text", "timetz(0)"), "narrowing-type-change"))
                .singleElement()
                .matches(w -> w.message().endsWith("a date in a text is left out, and fractions are rounded"));
    }

    /** The question tells of each text whether PostgreSQL reads it, and fails on none. */
    @ParameterizedTest
    @CsvSource({
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "'numeric(5,2)'",
        "'numeric(2,-2)'",
        "'numeric(2,3)'",
        "real",
        "double precision"
    })
    void textsThatAreNoSuchNumber(String shall) throws SQLException {
        Difference up = up("text", shall);
        Warning using = of(up, "needs-using").get(0);
        assertThat(using.message().contains("or is a larger number")).isEqualTo(!shall.equals("numeric"));
        execute(
                "INSERT INTO t SELECT row_number() OVER (), c FROM unnest(ARRAY['99999999999', '1e400', '1e200000', 'nan',"
                        + " 'inf', '-Infinity', NULL, 'x', '', ' 7 ', '+7', '-32769', '32767', '2147483648', '9223372036854775808',"
                        + " '-9223372036854775808', '999.99', '999.995', '123456', '-999.999', '0.099', '0.0995', '9949', '9950', '1e-400',"
                        + " '1e-46', '8e-46', '3.4028235e38', '3.4028236e38', '1.7976931348623157e308', '1.7976931348623159e308',"
                        + " '1e9999999999999999999', '000000000000000000000000000001', '.5', '1.', repeat('9', 140000)]) AS c");
        execute("CREATE FUNCTION reads(v text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM v::" + shall
                + "; RETURN true; EXCEPTION WHEN OTHERS THEN RETURN false; END $$");
        String question = question(using);
        assertThat(one("SELECT string_agg(left(c, 40), ' ' ORDER BY id) FROM (" + question + ") q"))
                .isEqualTo(one("SELECT string_agg(left(c, 40), ' ' ORDER BY id) FROM t WHERE NOT reads(c)"));
        for (Warning lost : of(up, "narrowing-type-change")) {
            asked(lost);
        }
        execute("DELETE FROM t WHERE NOT reads(c)");
        database.apply(up.operations());
    }

    /** A number is one however it was written. */
    @ParameterizedTest
    @CsvSource({
        "text, integer, ' 007', 7",
        "varchar(9), bigint, +7, -7",
        "'char(5)', smallint, 07, 7",
        "text, numeric, 01.50, 1.50",
        "text, 'numeric(5,2)', 1.5, 1.50",
        "text, double precision, 1e3, 1.5"
    })
    void lettersOfANumber(String is, String shall, String otherwise, String same) throws SQLException {
        Difference up = up(is, shall);
        List<Warning> told = of(up, "converted-values");
        assertThat(told).singleElement().matches(w -> w.message()
                .endsWith(": noughts, a plus or blanks before a number go, and do not come back"));
        execute("INSERT INTO t VALUES (1, '" + otherwise + "'), (2, '" + same + "'), (3, NULL)");
        assertThat(one("SELECT string_agg(id::text, ' ') FROM (" + question(told.get(0)) + ") q"))
                .isEqualTo("1");
        execute("INSERT INTO t VALUES (4, 'none'), (5, '')");
        assertThat(asked(told.get(0))).isEqualTo("1");
        assertThat(of(up(is + "[]", shall + "[]"), "converted-values")).isEmpty();
    }

    /** The blank that is a letter is another one than those that fill up. */
    @Test
    void blanks() throws SQLException {
        Difference up = up("char(1)", "varchar(9)");
        Warning told = of(up, "converted-values").get(0);
        assertThat(told.message()).endsWith("a blank becomes the empty text");
        execute("INSERT INTO t VALUES (1, ' '), (2, 'x'), (3, NULL)");
        assertThat(asked(told)).isEqualTo("1");
        PastedCures pasted = new PastedCures();
        pasted.add(List.of(told));
        database.apply(pasted.compiled());
        assertThat(one("SELECT string_agg(c || '.', '' ORDER BY id) FROM t")).isEqualTo(" .x.");

        told = of(up("char(3)", "text"), "converted-values").get(0);
        assertThat(told.message()).endsWith("the blanks that fill a value up go");
        execute("INSERT INTO t VALUES (1, 'ab'), (2, 'abc'), (3, NULL)");
        assertThat(asked(told)).isEqualTo("1");
        assertThat(of(up("char(3)", "char(5)"), "converted-values")).isEmpty();
    }

    /** Two values of a key become one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    integer|boolean|1|2|1
                    bigint|boolean|1|2|1
                    text|inet|10.0.0.1|10.0.0.1/32|
                    text|interval|1 day|24 hours|
                    text|jsonb|[1]|[1 ]|
                    text|integer|1|01|1
                    text|integer[]|1|01|
                    text[]|integer[]|{1}|{01}|
                    integer[]|integer|{1,2}|{1,3}|
                    timetz|time|10:00+01|10:00+02|1
                    inet|cidr|10.0.0.1/24|10.0.0.2/24|1
                    interval|time|1 day|2 days|1
                    jsonb|integer|1.4|1.2|1
                    """)
    void becomeOne(String is, String shall, String one, String other, String counted) throws SQLException {
        Difference up = unique(is, shall);
        execute("INSERT INTO t VALUES (1, '" + one + "'), (2, '" + other + "')");
        assertThat(of(up, "data-dependent-unique")).singleElement().satisfies(w -> {
            assertThat(w.cure()).contains("`");
            if (counted != null) {
                assertThat(asked(w)).isEqualTo(counted);
            }
        });
        assertThatThrownBy(() -> database.apply(up.operations())).hasMessageContaining("t_c_key");
    }

    /** PostgreSQL's cast of each would write a mask that none had. */
    @Test
    void addressesInLists() throws SQLException {
        Difference up = unique("inet[]", "varchar(40)[]");
        assertThat(of(up, "data-dependent-unique")).isEmpty();
        execute(
                "INSERT INTO t VALUES (1, '{10.0.0.1,10.1.0.0/16,NULL,::1}'), (2, '{}'), (3, NULL), (4, '{{10.0.0.1},{::ffff:1.2.3.4}}')");
        String held = "SELECT string_agg(coalesce(c::text, '-'), ' ' ORDER BY id) FROM t";
        String before = one(held);
        PastedCures.ask(up.warnings(), database.connection());
        database.apply(up.operations());
        assertThat(one(held)).isEqualTo(before);
    }

    /** By the cures for seconds there, and back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    double precision|numeric(21)|1.5|1500000000
                    real|numeric(21)|0.5|500000000
                    numeric(9,2)|numeric(21)|1.25|1250000000
                    bigint|numeric(21)|90|90000000000
                    integer[]|numeric(21)[]|{90,NULL,7}|{90000000000,NULL,7000000000}
                    double precision[]|numeric(21)[]|{1.5}|{1500000000}
                    varchar(9)[]|numeric(21)[]|{7}|{7000000000}
                    bigint[]|numeric(21)[]|{}|{}
                    bigint|numeric(21)[]|90|{90000000000}
                    text|numeric(21)|1.5|1500000000
                    varchar(20)|numeric(21)|-0.000000001|-1
                    """)
    void durations(String is, String shall, String value, String becomes) throws SQLException {
        Difference up = up(is, shall);
        Difference down = up(shall, is);
        up(is, shall);
        execute("INSERT INTO t VALUES (1, '" + value + "'), (2, NULL)");
        paste(up);
        assertThat(one("SELECT c::text FROM t WHERE id = 1")).isEqualTo(becomes);
        paste(down);
        assertThat(one("SELECT c::text FROM t WHERE id = 1")).isEqualTo(value);
        // The cure says of the way down what the difference of that way says.
        String[] ways = of(up, "converted-values").get(0).cure().split("in downgrade, `");
        assertThat(of(down, "converted-values").get(0).cure()).contains(ways[1].substring(0, ways[1].indexOf('`')));
    }

    private static void paste(Difference difference) throws SQLException {
        List<Warning> told = difference.warnings().stream()
                .filter(w -> w.message().contains("java.time.Duration"))
                .toList();
        assertThat(told).hasSize(1);
        String cure = told.get(0).cure();
        PastedCures pasted = new PastedCures();
        pasted.add(List.of(new Warning(
                told.get(0).rule(),
                told.get(0).level(),
                told.get(0).objects(),
                told.get(0).message(),
                cure.split("; where (whole )?milliseconds", 2)[0])));
        database.apply(pasted.compiled());
    }

    private static Difference up(String is, String shall) throws SQLException {
        return difference("CREATE TABLE t (id int PRIMARY KEY, c %s)", is, shall);
    }

    private static Difference unique(String is, String shall) throws SQLException {
        return difference("CREATE TABLE t (id int PRIMARY KEY, c %s UNIQUE)", is, shall);
    }

    private static Difference difference(String table, String is, String shall) throws SQLException {
        database.load(table.formatted(shall));
        Schema to = database.read(PUBLIC);
        database.load(table.formatted(is));
        return SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE);
    }

    private static List<Warning> of(Difference difference, String rule) {
        return difference.warnings().stream().filter(w -> w.rule().equals(rule)).toList();
    }

    private static String question(Warning warning) {
        return warning.cure().split("`", -1)[1];
    }

    private static String asked(Warning warning) throws SQLException {
        return one("SELECT count(*)::text FROM (" + question(warning) + ") q");
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
