package dev.retort.random.model;

import dev.retort.diff.Difference;
import dev.retort.sql.SqlRenderer;
import java.util.stream.Collectors;

/** The SQL of a difference, for a message. */
final class Statements {

    private Statements() {}

    static String of(Difference difference) {
        return difference.operations().stream()
                .flatMap(o -> SqlRenderer.render(o).stream())
                .map(s -> s.sql() + ";\n")
                .collect(Collectors.joining());
    }
}
