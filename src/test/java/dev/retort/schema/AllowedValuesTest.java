package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedValuesTest {

    private static AllowedValues read(String sql) {
        return AllowedValues.of(Expression.of(sql)).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status in ('B','A')",
                "(status)::text = ANY ((ARRAY['B'::character varying, 'A'::character varying])::text[])",
                "status is null or status in ('B', 'A')",
                "((status IN ('B', 'A')) OR (status IS NULL))",
            })
    void everySpellingOfAList(String sql) {
        assertThat(read(sql)).isEqualTo(new AllowedValues("status", List.of("B", "A"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind between 0 and 2", "((kind >= 0) AND (kind <= 2))", "kind in (0, 1, 2)"})
    void everySpellingOfARange(String sql) {
        assertThat(read(sql)).isEqualTo(new AllowedValues("kind", List.of("0", "1", "2"), true));
    }

    @Test
    void oneValue() {
        assertThat(read("status = 'A'")).isEqualTo(new AllowedValues("status", List.of("A"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "status not in ('A', 'B')",
                "status in ('A', lower('B'))",
                "lower(status) in ('a', 'b')",
                "status in ('A', 1)",
                "other is null or status in ('A', 'B')",
                "kind between 0 and 100000",
                "kind >= 0 and other <= 2",
                "this is ; not SQL",
            })
    void othersAreNone(String sql) {
        assertThat(read(sql)).isNull();
    }
}
