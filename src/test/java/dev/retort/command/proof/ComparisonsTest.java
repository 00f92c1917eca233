package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on both sides of the operators of checks, as the server prints these. */
class ComparisonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(og > fg) | og > fg",
                "((a)::text <> (b)::text) | (a)::text <> (b)::text",
                "((net + vat) = gross) | (net + vat) = gross",
                "((x > y) AND (y > z)) | x > y; y > z",
                "((valid_to IS NULL) OR (valid_to > (valid_from + 365))) | valid_to > (valid_from + 365)",
                "(NOT (a < b)) | a < b",
                "(note = 'a AND b > c'::text) | note = 'a AND b > c'::text",
                "(\"A > B\" >= c) | \"A > B\" >= c",
                "(data @> other) | ``",
                "((data ->> 'k'::text) = name) | (data ->> 'k'::text) = name",
                "(a) | ``"
            })
    void areFound(String check, String comparisons) {
        List<String> found = Comparisons.of(check).stream()
                .map(c -> c.left() + " " + c.operator() + " " + c.right())
                .toList();
        assertThat(String.join("; ", found)).isEqualTo(comparisons);
    }
}
