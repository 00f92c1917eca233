package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int8                          | bigint
                    VARCHAR(255)                  | character varying(255)
                    varchar                       | character varying
                    character varying ( 20 )      | character varying(20)
                    char                          | character(1)
                    bpchar                        | bpchar
                    float(53)                     | double precision
                    float(24)                     | real
                    float                         | double precision
                    decimal(10)                   | numeric(10,0)
                    numeric(12, 2)                | numeric(12,2)
                    numeric                       | numeric
                    timestamp(6)                  | timestamp without time zone
                    timestamp(6) with time zone   | timestamp with time zone
                    timestamptz(3)                | timestamp(3) with time zone
                    time(0)                       | time(0) without time zone
                    integer array                 | integer[]
                    varchar(255) array[5]         | character varying(255)[]
                    int[][]                       | integer[]
                    _text                         | text[]
                    bit(8)                        | bit(8)
                    bit                           | bit(1)
                    varbit(5)                     | bit varying(5)
                    interval                      | interval
                    interval(6)                   | interval
                    interval(3)                   | interval(3)
                    interval day to second(3)     | interval day to second(3)
                    interval year to month        | interval year to month
                    "char"                        | "char"
                    pg_catalog.int4               | integer
                    public.mood                   | mood
                    Mood                          | mood
                    "Mood"                        | "Mood"
                    audit.mood[]                  | audit.mood[]
                    geometry(Point, 4326)         | geometry(Point,4326)
                    oid                           | oid
                    """)
    void spellingsOfOneTypeAreOneValue(String spelling, String canonical) {
        assertThat(SqlType.parse(spelling).display()).isEqualTo(canonical);
        assertThat(SqlType.parse(canonical)).isEqualTo(SqlType.parse(spelling));
    }

    @Test
    void anOddNameIsAUserType() {
        assertThat(SqlType.parse("\"My Schema\".\"a\"\"b.c\"").userType())
                .isEqualTo(new ObjectName("My Schema", "a\"b.c"));
    }

    @Test
    void textThatIsNoTypeIsRefused() {
        assertThatThrownBy(() -> SqlType.parse("  ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlType.parse("a.b.c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlType.parse("varchar(2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlType.parse("x; drop table y")).isInstanceOf(IllegalArgumentException.class);
    }
}
