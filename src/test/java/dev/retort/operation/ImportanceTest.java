package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImportanceTest {

    private static Warning warning(String rule, Warning.Level level, String object) {
        return new Warning(rule, level, List.of(object), "it is so", "");
    }

    @Test
    void theMostImportantComesFirstWhateverTheOrderBefore() {
        List<Warning> order = List.of(
                warning("possible-case-style-rename", Warning.Level.WARNING, "z"),
                warning("unmanaged-reference", Warning.Level.ERROR, "v"),
                warning("data-loss", Warning.Level.WARNING, "a"),
                warning("data-loss", Warning.Level.WARNING, "b"),
                warning("possible-column-rename", Warning.Level.WARNING, "a"),
                warning("possible-table-rename", Warning.Level.WARNING, "a"),
                warning("data-dependent-check", Warning.Level.WARNING, "a"),
                warning("narrowing-type-change", Warning.Level.WARNING, "a"),
                warning("table-rewrite", Warning.Level.WARNING, "a"),
                warning("downgrade-can-fail", Warning.Level.WARNING, "a"),
                warning("enum-value-irreversible", Warning.Level.INFO, "a"));
        for (int seed = 0; seed < 20; seed++) {
            List<Warning> mixed = new ArrayList<>(order);
            Collections.shuffle(mixed, new Random(seed));
            assertThat(Importance.sorted(mixed)).isEqualTo(order);
        }
    }
}
