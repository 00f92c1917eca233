package dev.retort.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.schema.Expression;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The readable spelling of what the server printed makes the server print the same again. */
class ServerPrintTest {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "integer"),
            Map.entry("big", "bigint"),
            Map.entry("n", "numeric(12,2)"),
            Map.entry("f", "double precision"),
            Map.entry("v", "character varying(20)"),
            Map.entry("w", "character varying"),
            Map.entry("t", "text"),
            Map.entry("c", "character(5)"),
            Map.entry("b", "boolean"),
            Map.entry("d", "date"),
            Map.entry("ts", "timestamp without time zone"),
            Map.entry("tz", "timestamp with time zone"),
            Map.entry("j", "jsonb"),
            Map.entry("a", "integer[]"),
            Map.entry("ta", "text[]"),
            Map.entry("va", "character varying(10)[]"),
            Map.entry("u", "uuid"),
            Map.entry("user", "integer"),
            Map.entry("Mixed", "text"),
            Map.entry("m", "mood"));

    private static final List<String> CHECKS = List.of(
            "id > 0",
            "v in ('A', 'B')",
            "v in ('it''s', 'a\\b', '')",
            "w in ('A', 'B') or v is null",
            "t in ('A', 'B', 'C')",
            "c in ('A', 'B')",
            "id in (1, 2, 3)",
            "big in (1, 2)",
            "n in (1, 2.5)",
            "f in (1, 2)",
            "m in ('sad', 'ok')",
            "m <> 'sad'",
            "v not in ('A', 'B')",
            "v = any (array['a', 'b'])",
            "v = any ('{a,b}')",
            "v::text = any (array['a'::varchar, 'b'::varchar]::text[])",
            "t like 'a%' and t not like '%b' and v ilike 'x'",
            "id between 1 and 10 and n not between 1 and 2",
            "lower(v) = v and upper(t) <> t",
            "length(v) > 3 and char_length(t) <= 10",
            "n >= 0 and n < 1000.50 and f > 0 and f > 1.5",
            "id > -1 and big > -5 and n > -1",
            "coalesce(v, 'NONE') <> 'x' and coalesce(id, -1) > 0",
            "(b and id > 0) or (not b and big > 0)",
            "not (b or id = 0)",
            "b is true or b is not false",
            "v is distinct from t",
            "d > '2020-01-01' and ts > '2020-01-01 00:00' and d < current_date",
            "tz < now() and tz > current_timestamp - interval '1 day'",
            "(ts at time zone 'utc') < tz",
            "timezone('utc', tz) > ts",
            "extract(year from d) > 2000",
            "date_part('year', d) > 2000",
            "j ->> 'a' = 'b' and j ? 'x' and (j -> 'y' ->> 0) is not null",
            "j @> '{\"a\": 1}'",
            "a[1] > 0 and array_length(a, 1) < 5 and cardinality(ta) > 0",
            "1 = any (a) and 'x' = any (ta) and 'y' = any (va)",
            "a[1:2] = array[1, 2]",
            "case when id > 0 then v = 'p' when id < 0 then t = 'n' else true end",
            "case id when 1 then b else not b end",
            "\"user\" > 0 and \"Mixed\" <> ''",
            "v ~ '^[a-z]+$' and t !~* 'x'",
            "v similar to 'a%' and t like 'a!%' escape '!'",
            "v || t <> 'ab' and id::text || 'x' <> v",
            "substring(v from 1 for 2) = 'ab' and position('a' in v) > 0 and trim(both from v) = v",
            "(v collate \"C\") > 'a'",
            "id - (big - 1) > 0 and (id - big) - 1 > 0 and id * (big + 2) = 4 and -id < 0 and id % 2 = 0",
            "id::numeric / 2 > 1 and id / 2 > 1 and n::integer = 3 and (n + 1)::text = 'x'",
            "(id, big) <> (1, 2) and row(id, n) is not null",
            "u <> '00000000-0000-0000-0000-000000000000'",
            "(tz, tz) overlaps (now(), now()) or id > 0",
            "greatest(id, 3) > least(id, 2) and nullif(v, '') is not null",
            "exists_like('x', v) or v = 'q'",
            "t ^@ 'a' and id | 1 = 1 and id # 2 > 0 and ~ id < 0 and @ id > 0",
            "tz > timestamp with time zone '2020-01-01 00:00:00+00'",
            "n = money '1.00'::numeric");

    @Test
    void executingTheReadableSpellingChangesNothing() throws SQLException {
        try (Connection connection = TestServer.fresh().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create type mood as enum ('sad', 'ok')");
            statement.execute(
                    "create function exists_like(text, text) returns boolean language sql immutable as 'select true'");
            StringBuilder ddl = new StringBuilder("create table r (");
            COLUMNS.forEach((name, type) ->
                    ddl.append('"').append(name).append("\" ").append(type).append(','));
            ddl.setCharAt(ddl.length() - 1, ')');
            statement.execute(ddl.toString());
            int failures = 0;
            StringBuilder report = new StringBuilder();
            for (String check : CHECKS) {
                String printed = printedBy(statement, check);
                Expression readable = Expression.printed(printed, column -> {
                    String type = COLUMNS.get(column);
                    return type == null ? null : SqlType.parse(type);
                });
                String again = printedBy(statement, readable.sql());
                if (!again.equals(printed) || !Expression.of(readable.sql()).equals(readable)) {
                    failures++;
                    report.append(check + "\n  printed  " + printed + "\n  readable " + readable.sql() + "\n  again    "
                            + again + "\n  keys " + readable.key() + "\n       "
                            + Expression.of(readable.sql()).key() + "\n");
                }
                // What was written and what was printed are one meaning, mostly without asking the server.
                assertThat(Expression.of(printed)).isEqualTo(readable);
            }
            assertThat(failures).as(report.toString()).isZero();
        }
    }

    private static String printedBy(Statement statement, String check) throws SQLException {
        statement.execute("alter table r add constraint r_check check (" + check + ")");
        try (ResultSet row = statement.executeQuery(
                "select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'r_check'")) {
            row.next();
            return row.getString(1);
        } finally {
            statement.execute("alter table r drop constraint r_check");
        }
    }
}
