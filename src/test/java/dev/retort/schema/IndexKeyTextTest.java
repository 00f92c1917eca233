package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IndexKeyTextTest {

    @Test
    void reads() {
        assertThat(Index.Key.parse("placed_at desc")).isEqualTo(Index.Key.descending("placed_at"));
        assertThat(Index.Key.parse("lower(email)")).isEqualTo(Index.Key.ofExpression("lower(email)"));
        assertThat(Index.Key.parse("(a + b) asc")).isEqualTo(Index.Key.ofExpression("a + b"));
        assertThat(Index.Key.parse("name text_pattern_ops"))
                .isEqualTo(new Index.Key("name", null, "text_pattern_ops", null, false, false));
        assertThat(Index.Key.parse(" x  COLLATE \"C\" gist_trgm_ops(siglen=32) DESC NULLS LAST "))
                .isEqualTo(new Index.Key("x", null, "gist_trgm_ops(siglen=32)", "C", true, false));
        assertThat(Index.Key.parse("\"order \"\"date\"\"\" nulls first"))
                .isEqualTo(new Index.Key("order \"date\"", null, null, null, false, true));
        assertThat(Index.Key.parse("Größe$1")).isEqualTo(Index.Key.of("Größe$1"));
        assertThat(Index.Key.parse("desc desc")).isEqualTo(Index.Key.descending("desc"));
        assertThat(Index.Key.parse("coalesce(a, ')', \"(\")"))
                .isEqualTo(Index.Key.ofExpression("coalesce(a, ')', \"(\")"));
    }

    @Test
    void printsWhatItReads() {
        Index.Key hostile = new Index.Key("a\"b desc", null, "desc", "We\"ird", true, false);

        assertThat(hostile.display()).isEqualTo("\"a\"\"b desc\" collate \"We\"\"ird\" \"desc\" desc nulls last");
        assertThat(Index.Key.parse(hostile.display())).isEqualTo(hostile);
        Index.Key product = Index.Key.ofExpression("f(a) * g(b)");
        assertThat(product.display()).isEqualTo("(f(a) * g(b))");
        assertThat(Index.Key.parse(product.display())).isEqualTo(product);
    }

    @Test
    void refuses() {
        for (String text : new String[] {"", "a b c", "(a", "\"a", "a nulls", "a desc x", "a, b", "1a"}) {
            assertThatThrownBy(() -> Index.Key.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not an index key");
        }
    }
}
