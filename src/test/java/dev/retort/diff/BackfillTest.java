package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.UsageException;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {

    private static String sql(String type, String typed) {
        ObjectName table = ObjectName.of("customer");
        Column column = Column.of("tier", SqlType.parse(type));
        return BackfillValue.sql(
                Backfill.parse("customer.tier=" + typed).value(),
                new RequiredColumn(table, table, column, true, Set.of("tier", "name", "id"), null));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "varchar(10) ; 'BASIC' ; 'BASIC'",
                "varchar(10) ; BASIC ; 'BASIC'",
                "varchar(10) ; hello world ; 'hello world'",
                "varchar(10) ; ABC-1 ; 'ABC-1'",
                "varchar(10) ; name ; name",
                "varchar(10) ; NAME ; 'NAME'",
                "varchar(10) ; lower(name) ; lower(name)",
                "varchar(10) ; lower(NAME) ; lower(NAME)",
                "varchar(10) ; name || id ; name || id",
                "varchar(10) ; current_user ; current_user",
                "date ; 2026-01-01 ; '2026-01-01'",
                "timestamptz ; now() ; now()",
                "integer ; 0 ; 0",
                "integer ; id * 2 ; id * 2",
                "boolean ; false ; false",
                "integer[] ; {1} ; '{1}'",
                "uuid ; gen_random_uuid() ; gen_random_uuid()",
            })
    void whatAShellTookTheQuotesOfIsAText(String type, String typed, String sql) {
        assertThat(sql(type, typed)).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource({"integer, abc", "numeric, Abc", "boolean, yes"})
    void aWordIsNoNumber(String type, String typed) {
        assertThatThrownBy(() -> sql(type, typed))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("customer.tier=" + typed)
                .hasMessageContaining("--backfill customer.tier=VALUE");
    }

    @Test
    void aBackslashMeansItselfWhateverTheSessionSays() {
        assertThat(sql("text", "a\\b")).isEqualTo("E'a\\\\b'");
    }

    @Test
    void whatIsNoBackfillIsAnErrorThatShowsOne() {
        for (String wrong : List.of("", "tier", "tier=1", "a.b=", "=1", "a.b.c.d=1", "a..b=1")) {
            assertThatThrownBy(() -> Backfill.parse(wrong))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--backfill \"customer.tier='BASIC'\"");
        }
        assertThat(Backfill.parse("shop.\"a.b\".tier=x=y").column()).containsExactly("shop", "a.b", "tier");
        assertThat(Backfill.parse("customer.tier=x=y").value()).isEqualTo("x=y");
    }
}
