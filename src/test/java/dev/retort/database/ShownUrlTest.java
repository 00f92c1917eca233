package dev.retort.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs and words as they may be shown, to be typed again. */
class ShownUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://anna:geheim@host:5432/shop,postgresql://anna@host:5432/shop",
        "postgres://anna:geh@eim@host/shop?a=b,postgres://anna@host/shop?a=b",
        "postgresql+asyncpg://:geheim@host/shop,postgresql+asyncpg://@host/shop",
        "jdbc:postgresql://host/shop?user=anna&password=geheim&ssl=true,jdbc:postgresql://host/shop?user=anna&ssl=true",
        "jdbc:postgresql://host/shop?p%61ssword=geheim,jdbc:postgresql://host/shop",
        "jdbc:postgresql:shop?password=geheim,URL",
        "geheim,URL",
    })
    void leavesThePasswordOut(String url, String shown) {
        assertThat(ShownUrl.of(url)).isEqualTo(new ShownUrl(shown, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna@host,other:5433/shop?sslmode=require",
                "jdbc:postgresql://[::1]/",
                "jdbc:postgresql:shop"
            })
    void keepsTheRest(String url) {
        assertThat(ShownUrl.of(url)).isEqualTo(new ShownUrl(url, true));
    }

    @Test
    void quotesForTheShell() {
        assertThat(ShellWord.quoted("postgresql://anna@host/shop", false)).isEqualTo("postgresql://anna@host/shop");
        assertThat(ShellWord.quoted("it's $HOME", false)).isEqualTo("'it'\\''s $HOME'");
        assertThat(ShellWord.quoted("", false)).isEqualTo("''");
        assertThat(ShellWord.quoted("a \"b\"", true)).isEqualTo("\"a \\\"b\\\"\"");
    }
}
