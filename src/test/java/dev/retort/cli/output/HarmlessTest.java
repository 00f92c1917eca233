package dev.retort.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {

    @Test
    void showsEscapesInsteadOfObeyingThem() {
        assertThat(Harmless.line("a\u001b[31mb")).isEqualTo("a\\u001b[31mb");
        assertThat(Harmless.line("c\u009bd\u007f\u0007")).isEqualTo("c\\u009bd\\u007f\\u0007");
    }

    @Test
    void showsWhatTurnsTheReadingDirection() {
        assertThat(Harmless.line("x\u202ey\u2066z\u200f")).isEqualTo("x\\u202ey\\u2066z\\u200f");
    }

    @Test
    void keepsALineOneLine() {
        assertThat(Harmless.line("a\nb\r\tc\u2028d")).isEqualTo("a\\nb\\r\\tc\\u2028d");
        assertThat(Harmless.lines("a\nb\tc\r")).isEqualTo("a\nb\tc\\r");
    }

    @Test
    void leavesOrdinaryTextAsItIs() {
        String text = "Größe 値 🙂 \"quoted\" */";
        assertThat(Harmless.line(text)).isSameAs(text);
    }
}
