package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types that PostgreSQL has no cast between: rows change from the one to the other and back by what the file says, or by what the cures of both ways say to paste. */
class ConvertedRowsTest {

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

    @Test
    void keysBecomeIdentifiers() throws SQLException {
        String tables = """
                CREATE TABLE "Gue st" (id %1$s PRIMARY KEY);
                CREATE TABLE visit ("n o" %2$s PRIMARY KEY, "Gue st" %1$s NOT NULL DEFAULT %3$s REFERENCES "Gue st", after %2$s REFERENCES visit);
                """;
        Road road = road(
                tables.formatted("bigint", "integer", "7"),
                tables.formatted("uuid", "uuid", "'00000000-0000-0000-0000-000000000007'"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("guessed-conversion"))
                .hasSize(4)
                .allMatch(w -> w.cure().contains("lpad(to_hex("));
        execute(
                "INSERT INTO \"Gue st\" VALUES (7), (-1), (9223372036854775807); INSERT INTO visit VALUES (-3, -1, NULL), (255, 7, -3)");
        road.thereAndBack(
                0,
                "SELECT string_agg(v::text, ' ' ORDER BY v::text) FROM visit v",
                "(00000000-0000-0000-0000-0000000000ff,00000000-0000-0000-0000-000000000007,00000000-0000-0000-ffff-fffffffffffd)"
                        + " (00000000-0000-0000-ffff-fffffffffffd,00000000-0000-0000-ffff-ffffffffffff,)");
        // What was made since is no number.
        database.apply(road.operations(true, 0));
        execute("INSERT INTO \"Gue st\" VALUES ('6f6f6f6f-0000-4000-8000-000000000001')");
        assertThatThrownBy(() -> database.apply(road.operations(false, 0)))
                .hasMessageContaining("6f6f6f6f-0000-4000-8000-000000000001");
    }

    @Test
    void unitsOfTime() throws SQLException {
        String tables = "CREATE TABLE t (id int PRIMARY KEY, \"d ur\" %s, l %s, at %s, \"a t\" %s, s %s, n %s)";
        Road road = road(
                tables.formatted("numeric(21)", "bigint", "bigint", "bigint", "integer", "numeric(21)"),
                tables.formatted(
                        "interval", "interval", "timestamp(6)", "timestamptz(6)", "timestamp(3)", "timestamptz"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("guessed-conversion"))
                .hasSize(6);
        execute(
                "SET timezone = 'UTC'; INSERT INTO t VALUES"
                        + " (1, 1500000000, 1000, 1706781600123, 1706781600123, 1706781600, 1706781600123), (2, -1, NULL, 0, -1, -1, NULL)");
        String rows =
                "SELECT string_agg((\"d ur\"::text, l::text, at::text, \"a t\"::text, s::text, n::text)::text, ' ' ORDER BY id) FROM t";
        execute("UPDATE t SET \"d ur\" = -1000 WHERE id = 2");
        road.thereAndBack(
                0,
                rows,
                "(00:00:01.5,00:00:00.000001,\"2024-02-01 10:00:00.123\",\"2024-02-01 10:00:00.123+00\",\"2024-02-01 10:00:00\",\"2024-02-01 10:00:00.123+00\")"
                        + " (-00:00:00.000001,,\"1970-01-01 00:00:00\",\"1969-12-31 23:59:59.999+00\",\"1969-12-31 23:59:59\",)");
        execute(
                "UPDATE t SET \"d ur\" = 90, l = 3600, at = 1706781600, \"a t\" = 1706781600, n = 1706781600 WHERE id = 1");
        execute("UPDATE t SET at = 1, \"a t\" = 2, \"d ur\" = -1 WHERE id = 2");
        road.thereAndBack(
                1,
                rows,
                "(00:01:30,01:00:00,\"2024-02-01 10:00:00\",\"2024-02-01 10:00:00+00\",\"2024-02-01 10:00:00\",\"2024-02-01 10:00:00+00\")"
                        + " (-00:00:01,,\"1970-01-01 00:00:01\",\"1970-01-01 00:00:02+00\",\"1969-12-31 23:59:59\",)");
    }

    @Test
    void truthAndWords() throws SQLException {
        String tables =
                "CREATE TYPE \"Sta te\" AS ENUM ('it''s', 'DO\\NE', 'never'); CREATE TYPE sure AS ENUM ('NO', 'YES');"
                        + " CREATE TABLE t (id int PRIMARY KEY, a %s, b %s, c %s, \"d d\" %s, e %s, f %s)";
        Road road = road(
                tables.formatted(
                        "boolean", "boolean", "boolean NOT NULL DEFAULT false", "boolean", "boolean", "boolean"),
                tables.formatted(
                        "\"Sta te\"",
                        "varchar(9) CHECK (b IN ('it''s', 'DO\\NE'))",
                        "char(1) NOT NULL DEFAULT 'N' CHECK (c IN ('N', 'Y'))",
                        "varchar(2)",
                        "sure",
                        "varchar(5)"));
        assertThat(road.up.warnings().stream()
                        .filter(w -> w.rule().equals("needs-using") || w.rule().equals("data-dependent-check"))
                        .flatMap(w -> w.objects().stream()))
                .as("each is told once, and true and false as words need nothing")
                .containsExactlyInAnyOrder("public.t.a", "public.t.b", "public.t.c", "public.t.d d", "public.t.e");
        execute(
                "INSERT INTO t VALUES (1, true, false, true, false, true, true), (2, false, true, false, true, false, false),"
                        + " (3, NULL, NULL, false, NULL, NULL, NULL)");
        road.thereAndBack(
                0,
                "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t",
                "(1,it's,\"DO\\\\NE\",Y,N,YES,true) (2,\"DO\\\\NE\",it's,N,Y,NO,false) (3,,,N,,,)");
        assertThat(road.down.warnings().stream()
                        .filter(w -> w.rule().equals("converted-values"))
                        .flatMap(w -> w.objects().stream()))
                .containsExactlyInAnyOrder("public.t.c", "public.t.e");
    }

    @Test
    void numbersBytesAndLists() throws SQLException {
        String tables =
                "CREATE TABLE t (id int PRIMARY KEY, a %s, b %s, c %s, d %s DEFAULT %s, e %s, f %s, g %s, h %s, \"i i\" %s)";
        Road road = road(
                tables.formatted(
                        "smallint",
                        "bigint",
                        "numeric(1)",
                        "integer",
                        "1",
                        "text",
                        "bytea",
                        "text",
                        "text",
                        "varchar(9)"),
                tables.formatted(
                        "boolean",
                        "boolean",
                        "boolean",
                        "boolean",
                        "true",
                        "bytea",
                        "uuid",
                        "text[]",
                        "integer[]",
                        "bytea"));
        execute(
                "INSERT INTO t VALUES (1, 0, 1, 0, 1, 'Grüße \\x41', '\\x00112233445566778899aabbccddeeff', 'a', '7', 'é'),"
                        + " (2, 1, 0, 1, 0, '', NULL, '', NULL, NULL), (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
        String rows = "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t";
        road.thereAndBack(
                -1,
                rows,
                "(1,f,t,f,t,\"\\\\x4772c3bcc39f65205c783431\",00112233-4455-6677-8899-aabbccddeeff,{a},{7},\"\\\\xc3a9\")"
                        + " (2,t,f,t,f,\"\\\\x\",,\"{\"\"\"\"}\",,) (3,,,,,,,,,)");
    }

    @Test
    void textsThatAreListsOrSpellBytes() throws SQLException {
        String tables = "CREATE TABLE t (id int PRIMARY KEY, a %s, b %s, c %s)";
        Road road = road(
                tables.formatted("text", "varchar(40)", "text"),
                tables.formatted("varchar(9)[]", "bytea", "integer[]"));
        execute("INSERT INTO t VALUES (1, 'a,b', 'AAEC/w==', '1,2'), (2, '', '', NULL), (3, NULL, NULL, '7')");
        road.thereAndBack(
                0,
                "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t",
                "(1,\"{a,b}\",\"\\\\x000102ff\",\"{1,2}\") (2,{},\"\\\\x\",) (3,,,{7})");
    }

    @Test
    void timesOfNoDay() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, \"a t\" %s, z %s)";
        Road road = road(table.formatted("timestamp", "timestamptz"), table.formatted("time", "time(0)"));
        execute("INSERT INTO t VALUES (1, '1970-01-01 23:59:59.9', '1970-01-01 10:00:00+00'), (2, NULL, NULL)");
        PastedCures.ask(road.up.warnings(), database.connection());
        assertThat(road.up.warnings())
                .filteredOn(w -> w.message().contains("the last of a day to 24:00"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.t.z");
        road.thereAndBack(0, "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t", "(1,23:59:59.9,10:00:00) (2,,)");
    }

    @Test
    void listsOfJson() throws SQLException {
        String table =
                "CREATE TYPE \"E e\" AS ENUM ('a,b', '{'); CREATE TABLE t (id int PRIMARY KEY, \"a b\" %s, n %s, e %s)";
        Road road =
                road(table.formatted("jsonb", "json", "jsonb"), table.formatted("varchar(9)[]", "int[]", "\"E e\"[]"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("needs-using"))
                .hasSize(3)
                .allMatch(w -> w.level() == Warning.Level.WARNING);
        execute("""
                INSERT INTO t VALUES (1, '["x,y", null, "", "{}", "[1]", "\\"\\\\", "NULL"]', '["2", 1]', '["{", null, "a,b"]'),
                    (2, '[]', NULL, '[]'), (3, NULL, '[]', NULL)""");
        PastedCures.ask(road.up.warnings(), database.connection());
        String rows =
                "SELECT string_agg(concat_ws('|', \"a b\"[1], \"a b\"[2] IS NULL, \"a b\"[3:7]::text, n::text, e::text), ' ' ORDER BY id) FROM t";
        String json = "SELECT string_agg(concat_ws('|', \"a b\", n, e), ' ' ORDER BY id) FROM t";
        database.apply(road.up.operations());
        assertThat(one(rows))
                .isEqualTo("x,y|t|{\"\",\"{}\",[1],\"\\\"\\\\\",\"NULL\"}|{2,1}|{\"{\",NULL,\"a,b\"} t|{}|{} t|{}");
        database.apply(road.down.operations());
        assertThat(one(json))
                .isEqualTo(
                        "[\"x,y\", null, \"\", \"{}\", \"[1]\", \"\\\"\\\\\", \"NULL\"]|[2,1]|[\"{\", null, \"a,b\"] []|[] []");
    }

    /** A list that is longer than the column takes fails, and so does what is no list. */
    @Test
    void jsonThatDoesNotConvert() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, a %s)";
        Road road = road(table.formatted("jsonb"), table.formatted("varchar(3)[]"));
        for (String value : List.of("[\"long\"]", "{\"a\": 1}", "1")) {
            execute("DELETE FROM t; INSERT INTO t VALUES (1, '" + value + "')");
            assertThatThrownBy(() -> database.apply(road.up.operations())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void valuesWithAttributesOfJson() throws SQLException {
        String table = """
                CREATE TYPE "P t" AS (x int, "Y y" varchar(5), l text[]); CREATE DOMAIN dom AS "P t"; CREATE TABLE keep (p "P t", d dom);
                CREATE TABLE t (id int PRIMARY KEY, p %s, d %s, q %s, r %s, s %s)""";
        Road road = road(
                table.formatted("\"P t\"", "dom", "\"P t\"[]", "\"P t\"[] NOT NULL DEFAULT '{}'", "dom[]"),
                table.formatted("jsonb", "jsonb", "jsonb", "jsonb NOT NULL DEFAULT '[]'", "json"));
        PastedCures.ask(road.up.warnings(), database.connection());
        execute("""
                INSERT INTO t VALUES (1, ROW(1, '"(,', '{a,NULL}'), ROW(2, NULL, NULL), ARRAY[ROW(3, '{}', '{}')::"P t", NULL], '{}', ARRAY[ROW(4, NULL, NULL)::dom]),
                    (2, NULL, NULL, NULL, DEFAULT, '{}')""");
        road.thereAndBack(
                -1,
                "SELECT string_agg(concat_ws('|', to_jsonb(p), to_jsonb(d), to_jsonb(q), to_jsonb(r), to_jsonb(s)), ' ' ORDER BY id) FROM t",
                "{\"l\": [\"a\", null], \"x\": 1, \"Y y\": \"\\\"(,\"}|{\"l\": null, \"x\": 2, \"Y y\": null}"
                        + "|[{\"l\": [], \"x\": 3, \"Y y\": \"{}\"}, null]|[]|[{\"l\": null, \"x\": 4, \"Y y\": null}] []|[]");
    }

    @Test
    void durationsAndAddresses() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, \"a b\" %s, s %s, ip %s)";
        Road road = road(
                table.formatted("int", "varchar(9)", "inet"), table.formatted("numeric(21)", "numeric(21)", "text"));
        execute("INSERT INTO t VALUES (1, 30, '7', '10.0.0.1'), (2, NULL, NULL, '10.1.0.0/16')");
        road.thereAndBack(
                0,
                "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t",
                "(1,30000000000,7000000000,10.0.0.1) (2,,,10.1.0.0/16)");
    }

    /** Values that differ become one, on which a key that stays fails. */
    @Test
    void keysOfValuesThatBecomeOne() throws SQLException {
        String table =
                "CREATE TABLE t (id %s PRIMARY KEY, c %s UNIQUE, n %s, at %s, w int, UNIQUE (n, w)); CREATE UNIQUE INDEX at_key ON t (at)";
        Road road = road(
                table.formatted("double precision", "text", "varchar(9)", "timestamp"),
                table.formatted("int", "char(9)", "numeric", "timestamp(0)"));
        execute(
                "INSERT INTO t VALUES (1.2, 'a', '1', '2020-01-01', 1), (1.4, 'a ', '1.0', '2020-01-01 00:00:00.1', 1)");
        List<Warning> told = road.up.warnings().stream()
                .filter(w -> w.rule().equals("data-dependent-unique"))
                .toList();
        assertThat(told)
                .flatExtracting(Warning::objects)
                .containsExactlyInAnyOrder(
                        "public.t.t_pkey", "public.t.t_c_key", "public.t.t_n_w_key", "public.t.at_key");
        for (Warning warning : told) {
            String question = warning.cure().split("`", -1)[1];
            assertThat(one("SELECT count(*)::text FROM (" + question + ") q"))
                    .as(question)
                    .isEqualTo("1");
        }
        Road wider = road(
                table.formatted("int", "char(9)", "numeric(9)", "timestamp(0)"),
                table.formatted("bigint", "text", "numeric(12)", "timestamp"));
        assertThat(wider.up.warnings()).extracting(Warning::rule).doesNotContain("data-dependent-unique");
    }

    /** What is lost of them nothing fails on. */
    @Test
    void textsThatSayMore() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, n %s, r %s, d %s, at %s, z %s)";
        Road road = road(
                table.formatted("text", "text", "text", "text", "text"),
                table.formatted("numeric(9,2)", "real", "date", "time(0)", "timestamptz"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("narrowing-type-change"))
                .hasSize(5);
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("time-zone-dependent-conversion"))
                .singleElement()
                .matches(w -> w.objects().equals(List.of("public.t.z")));
        execute("INSERT INTO t (id, n, r) VALUES (1, '0.125', '123456789.5'), (2, 'x', 'x'), (3, '0.25', '0.5')");
        for (String column : List.of("n", "r")) {
            String question = road.up.warnings().stream()
                    .filter(w -> w.rule().equals("narrowing-type-change")
                            && w.objects().equals(List.of("public.t." + column)))
                    .map(w -> w.cure().split("`", -1)[1])
                    .findFirst()
                    .orElseThrow();
            assertThat(one("SELECT string_agg(id::text, ' ') FROM (" + question + ") q"))
                    .isEqualTo("1");
        }
    }

    /** No check of the database says that they are ordinals. */
    @Test
    void constantsInArrays() throws SQLException {
        String table = "CREATE TABLE t (id int PRIMARY KEY, \"a b\" %s)";
        Road road = road(table.formatted("smallint[]"), table.formatted("varchar(9)[]"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("converted-values"))
                .singleElement()
                .matches(w -> w.level() == Warning.Level.WARNING);
        execute("INSERT INTO t VALUES (1, '{0,1,NULL,1}'), (2, '{}'), (3, NULL)");
        road.thereAndBack(
                0,
                "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t",
                "(1,\"{it's,\"\"DO\\\\\\\\NE\"\",NULL,\"\"DO\\\\\\\\NE\"\"}\") (2,{}) (3,)");
    }

    @Test
    void wordsOfNoCheck() throws SQLException {
        Road road =
                road("CREATE TABLE t (id int PRIMARY KEY, a text)", "CREATE TABLE t (id int PRIMARY KEY, a boolean)");
        execute("INSERT INTO t VALUES (1, 'it''s'), (2, 'DO\\NE'), (3, NULL), (4, 'yes')");
        database.apply(road.operations(true, 0));
        assertThat(one("SELECT string_agg(t::text, ' ' ORDER BY id) FROM t")).isEqualTo("(1,t) (2,f) (3,) (4,t)");
    }

    private static Road road(String is, String shall) throws SQLException {
        database.load(shall);
        Schema to = database.read(PUBLIC);
        database.load(is);
        Schema from = database.read(PUBLIC);
        return new Road(from, to, SchemaDiffer.diff(from, to, Renames.NONE), SchemaDiffer.diff(to, from, Renames.NONE));
    }

    private record Road(Schema from, Schema to, Difference up, Difference down) {

        /** Up and down and again; which of the cures' calls is pasted, none for -1. */
        void thereAndBack(int which, String query, String there) throws SQLException {
            String before = one(query);
            for (int round = 0; round < 2; round++) {
                database.apply(operations(true, which));
                assertThat(SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE)
                                .operations())
                        .isEmpty();
                assertThat(one(query)).isEqualTo(there);
                database.apply(operations(false, which));
                assertThat(SchemaDiffer.diff(database.read(PUBLIC), from, Renames.NONE)
                                .operations())
                        .isEmpty();
                assertThat(one(query)).isEqualTo(before);
            }
        }

        List<Operation> operations(boolean upwards, int which) {
            Difference difference = upwards ? up : down;
            List<Operation> all = new ArrayList<>();
            for (Operation operation : difference.operations()) {
                all.add(
                        which >= 0 && operation instanceof AlterColumn alter
                                ? pasted(alter, difference.warnings(), which)
                                : operation);
            }
            return all;
        }
    }

    /** What is to be filled in stands in the order that the tests expect. */
    private static Operation pasted(AlterColumn alter, List<Warning> warnings, int which) {
        String object = alter.table().qualified() + "." + alter.column();
        PastedCures pasted = new PastedCures();
        pasted.add(warnings.stream()
                .filter(w -> w.objects().equals(List.of(object)) && w.cure().contains("in place of the change of type"))
                .map(w -> new Warning(
                        w.rule(),
                        w.level(),
                        w.objects(),
                        w.message(),
                        w.cure()
                                .replaceFirst("'…'", "'it''s'")
                                .replaceFirst("'…'", "E'DO\\\\\\\\\\\\\\\\NE'")
                                .replaceFirst("…", "true")
                                .replace("…", "false")))
                .toList());
        List<Operation> said = pasted.compiled();
        return said.isEmpty() ? alter : said.get(Math.min(which, said.size() - 1));
    }

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
