package dev.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bound on a server, and printed and then run there, a parameter is the same value of the same type. */
class BoundSqlTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestServer.fresh();
    }

    @AfterAll
    static void drop() {
        TestServer.drop(database);
    }

    enum Colour {
        RED
    }

    private static Map<String, @Nullable Object> everyKindOfValue() {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        List<@Nullable Object> all = Arrays.asList(
                "it's \\ \"quoted\" ? :no $$ \n\t -- /* 😀",
                "",
                'c',
                Colour.RED,
                true,
                (short) -3,
                -7,
                Integer.MIN_VALUE,
                5L,
                Long.MIN_VALUE,
                new BigDecimal("-12.3400"),
                new BigDecimal("1E+20"),
                new BigInteger("-123456789012345678901234567890"),
                1.5f,
                -1.5e300,
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                Instant.parse("2026-11-20T14:02:11.123456Z"),
                Instant.parse("-0043-03-15T12:00:00Z"),
                OffsetDateTime.parse("2026-11-20T14:02:11+05:30"),
                OffsetDateTime.parse("+12026-11-20T14:02:11Z"),
                LocalDateTime.parse("2026-11-20T14:02").atZone(ZoneId.of("Europe/Berlin")),
                LocalDate.of(2026, 2, 28),
                LocalDate.of(0, 2, 29),
                LocalDate.of(12026, 1, 1),
                LocalTime.of(23, 59, 59, 123_456_000),
                LocalDateTime.parse("2026-11-20T14:02:11"),
                Duration.ofSeconds(-3661, 500_000_000),
                Period.of(1, -2, 3),
                new byte[] {0, 39, 92, -1},
                new byte[0],
                new int[] {1, -2},
                new String[] {"a,b", "\"", "\\", "NULL", null, "{}", ""},
                List.of(List.of(1L, 2L), List.of(3L, 4L)),
                List.of(),
                Arrays.asList(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), null),
                new byte[][] {{1}, {34, 92}},
                new java.sql.Timestamp(0),
                new java.util.Date(0),
                null);
        for (int i = 0; i < all.size(); i++) {
            typed.put("p" + i, all.get(i));
        }
        return typed;
    }

    @Test
    void boundAndPrintedAreTheSame() throws SQLException {
        try (Connection connection = database.connect()) {
            for (Map.Entry<String, @Nullable Object> value : everyKindOfValue().entrySet()) {
                Map<String, @Nullable Object> parameters = new HashMap<>();
                parameters.put("v", value.getValue());
                BoundSql sql = BoundSql.of(
                        "SELECT pg_typeof(x)::text AS type, x::text AS text FROM (SELECT :v AS x) s", parameters);
                List<Row> bound = sql.query(connection);
                List<Row> printed = BoundSql.plain(sql.literal()).query(connection);

                assertThat(bound)
                        .as(String.valueOf(value.getValue()))
                        .hasSize(1)
                        .isEqualTo(printed);
            }
        }
    }

    @Test
    void valuesArriveAsTheyWere() throws SQLException {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> parameters = new TreeMap<>();
        parameters.put("text", "it's \\ ? :no 😀");
        parameters.put("id", id);
        parameters.put("number", -7);
        parameters.put("bytes", new byte[] {0, -1});
        parameters.put("none", null);
        try (Connection connection = database.connect()) {
            Row row = BoundSql.of(
                            "SELECT :text::text t, :id i, 5-:number n, :bytes b, :none::text x, '?' q, '{\"a\":1}'::jsonb ? 'a' j",
                            parameters)
                    .query(connection)
                    .get(0);

            assertThat(row.text("t")).isEqualTo("it's \\ ? :no 😀");
            assertThat(row.get("i", UUID.class)).isEqualTo(id);
            assertThat(row.number("n")).isEqualTo(12);
            assertThat(row.get("b", byte[].class)).containsExactly(0, -1);
            assertThat(row.get("x")).isNull();
            assertThat(row.text("q")).isEqualTo("?");
            assertThat(row.get("j", Boolean.class)).isTrue();
        }
    }

    @Test
    void textGoesWhereJsonAndEnumsAreWanted() throws SQLException {
        try (Connection connection = database.connect()) {
            BoundSql.of(
                            "CREATE TYPE colour AS ENUM ('RED'); CREATE TABLE paint (c colour, doc jsonb, tags text[])",
                            Map.of())
                    .execute(connection);
            BoundSql.of(
                            "INSERT INTO paint VALUES (:c, :doc, :tags)",
                            Map.of("c", Colour.RED, "doc", "{\"a\": 1}", "tags", List.of("x", "y")))
                    .execute(connection);

            List<Row> rows = BoundSql.of(
                            "SELECT tags[2] AS tag FROM paint WHERE c = ANY (:cs)", Map.of("cs", List.of(Colour.RED)))
                    .query(connection);
            assertThat(rows).extracting(row -> row.text("tag")).containsExactly("y");
        }
    }

    @Test
    void colonsThatAreNoParameters() {
        String sql =
                "SELECT ':a', E'\\':a', \":a\", x::a, f(n := 1), a[1: 2], $$ :a $$, $t$ :a $t$ -- :a\n/* :a /* :a */ :a */, :a";

        assertThat(BoundSql.of(sql, Map.of("a", 1)).literal()).isEqualTo(sql.substring(0, sql.length() - 2) + "1");
        assertThat(BoundSql.plain("SELECT :a").literal()).isEqualTo("SELECT :a");
        assertThat(BoundSql.of("SELECT 1", Map.of()).literal()).isEqualTo("SELECT 1");
        assertThatThrownBy(() -> BoundSql.of("SELECT :a", Map.of())).hasMessageContaining("There is no value for :a.");
    }

    @Test
    void namesAndValuesMustFit() {
        assertThatThrownBy(() -> BoundSql.of("SELECT :name", Map.of("nmae", 1)))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("no value for :name")
                .hasMessageContaining("no :nmae");
        assertThatThrownBy(() -> BoundSql.of("SELECT :a", Map.of("a", new Object())))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> BoundSql.of("SELECT :a", Map.of("a", "\0")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("code zero");
    }

    @Test
    void aNegativeNumberDoesNotStartAComment() {
        assertThat(BoundSql.of("SELECT 5-:n", Map.of("n", -1)).literal()).isEqualTo("SELECT 5-(-1)");
    }

    @Test
    void pointsInTimeInsideJsonAreSpelledForItsReaders() {
        assertThat(JsonText.of(Map.of("at", Instant.parse("2026-01-02T03:04:00Z"))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:00Z\"}");
        assertThat(JsonText.of(Map.of("at", LocalDateTime.of(2026, 1, 2, 3, 4))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:00\"}");
        assertThat(JsonText.of(Map.of("at", OffsetDateTime.parse("2026-01-02T03:04+05:30"))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:00+05:30\"}");
        assertThat(JsonText.of(Map.of("on", LocalDate.of(2026, 1, 2)))).isEqualTo("{\"on\":\"2026-01-02\"}");
    }
}
