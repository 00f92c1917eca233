package dev.retort.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Expression;
import dev.retort.schema.SqlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x > 0                               | ((x > 0))
                    x BETWEEN 0 AND 2                   | ((x >= 0) AND (x <= 2))
                    (x<=5) and (x>=1)                   | ((x >= 1) AND (x <= 5))
                    a or (b and c)                      | ((c AND b) OR a)
                    s in ('A','B')                      | ((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))
                    s in ('A','B')                      | ((s)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))
                    s in ('A','B')                      | (s = ANY (ARRAY['B'::text, 'A'::text]))
                    s not in ('A','B')                  | (s <> ALL (ARRAY['A'::text, 'B'::text]))
                    s in ('A')                          | ((s)::text = 'A'::text)
                    s like 'a%'                         | (s ~~ 'a%'::text)
                    s not like 'a%'                     | (s !~~ 'a%'::text)
                    last_name <> ''                     | ((last_name)::text <> ''::text)
                    price >= 0                          | (price >= (0)::numeric)
                    z > -1                              | (z > '-1'::integer)
                    now()                               | CURRENT_TIMESTAMP
                    timezone('utc', now())              | (now() AT TIME ZONE 'utc'::text)
                    0                                   | 0.00
                    0                                   | '0'::bigint
                    '{}'                                | '{ }'::json
                    'BASIC'                             | 'BASIC'::public.tier
                    nextval('t_id_seq')                 | nextval('public.t_id_seq'::regclass)
                    nextval('t_id_seq')                 | nextval(('t_id_seq'::text)::regclass)
                    cast(x as varchar)                  | (x)::character varying
                    lower(email)                        | lower((email)::text)
                    a and b and c                       | ((a AND b) AND c)
                    stars >= 1 and stars <= 5           | ((stars <= 5) AND (stars >= 1))
                    a is null or b is null              | ((b IS NULL) OR (a IS NULL))
                    case when bar>0 then 'p' end        | CASE WHEN (bar > 0) THEN 'p'::text ELSE NULL::text END
                    not (a is null)                     | (a IS NOT NULL)
                    x != 1                              | (x <> 1)
                    E'abc\\\\..*'                       | 'abc\\..*'
                    x'1F'                               | B'00011111'
                    interval '1 day'                    | '1 day'::interval
                    t.a > 1                             | (a > 1)
                    coalesce(email, 'NONE')             | COALESCE(email, 'NONE'::character varying)
                    my_fn(x)                            | public.my_fn(x)
                    extract(year from d) > 2000         | (EXTRACT(year FROM d) > (2000)::numeric)
                    false                               | 'f'::boolean
                    """)
    void spellingsOfOneMeaningAreEqual(String written, String printed) {
        assertThat(Expression.of(written)).isEqualTo(Expression.of(printed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x > 0                     | x >= 0
                    s in ('A','B')            | s in ('A','B','C')
                    x / 2                     | x / 2.0
                    '007'                     | '7'
                    'foo'                     | 'FOO'
                    now()                     | statement_timestamp()
                    now()::date               | current_date
                    '{"a": "b c"}'::jsonb     | '{"a": "bc"}'::jsonb
                    a and b or c              | a and (b or c)
                    a - (b - c)               | a - b - c
                    "A" > 0                   | a > 0
                    interval '1 day'          | interval '2 days'
                    not (a in ('x','y'))      | a in ('x','y')
                    now() at time zone 'utc'  | now() at time zone 'cet'
                    """)
    void differentMeaningsDiffer(String one, String other) {
        assertThat(Expression.of(one)).isNotEqualTo(Expression.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    (x > 0)                                                                                            | x > 0
                    ((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))               | s IN ('A', 'B')
                    ((s)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))         | s = ANY (ARRAY['A'::character varying::text, 'B'::character varying::text])
                    ((a >= 0) AND ((b IS NULL) OR (c > 1)))                                                            | a >= 0 AND (b IS NULL OR c > 1)
                    (x = ANY (ARRAY[1, 2]))                                                                            | x IN (1, 2)
                    ((n)::text ~ '^1'::text)                                                                           | n::text ~ '^1'
                    lower((s)::text)                                                                                   | lower(s)
                    ("user" > 0)                                                                                       | "user" > 0
                    """)
    void theServersPrintReadsWell(String printed, String readable) {
        Expression expression =
                Expression.printed(printed, column -> SqlType.parse(column.equals("s") ? "varchar(20)" : "integer"));
        assertThat(expression.sql()).isEqualTo(readable);
        assertThat(Expression.of(readable)).isEqualTo(expression);
    }

    @Test
    void aDefaultOfItsColumnsTypeNeedsNoCast() {
        assertThat(Expression.printedDefault("'BASIC'::public.tier", SqlType.parse("tier"))
                        .sql())
                .isEqualTo("'BASIC'");
        assertThat(Expression.printedDefault("'x'::character varying", SqlType.parse("varchar(10)"))
                        .sql())
                .isEqualTo("'x'");
        assertThat(Expression.printedDefault("'-1'::integer", SqlType.parse("bigint"))
                        .sql())
                .isEqualTo("-1");
        assertThat(Expression.printedDefault("'2020-01-01'::date", SqlType.parse("text"))
                        .sql())
                .isEqualTo("'2020-01-01'::date");
    }

    @Test
    void whatIsNotUnderstoodStaysItself() {
        String query = "(SELECT max(id) FROM t WHERE \"Mixed\"  = 'a  b')";
        assertThat(Expression.printed(query).sql()).isEqualTo(query);
        assertThat(Expression.of(query))
                .isEqualTo(Expression.of("( select  MAX(id) from t where \"Mixed\" = 'a  b' )"))
                .isNotEqualTo(Expression.of("(SELECT max(id) FROM t WHERE \"Mixed\" = 'a b')"));
        assertThat(Expression.of("'unterminated")).isEqualTo(Expression.of("  'unterminated "));
    }
}
