package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import dev.retort.schema.expression.Node.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads array constants such as {@code '{a,b}'::text[]}, as far as they are flat and of strings or numbers. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    static Optional<List<Node>> elements(String text, SqlType type) {
        boolean simple = type.array()
                && text.startsWith("{")
                && text.endsWith("}")
                && text.length() > 2
                && text.chars().skip(1).limit(text.length() - 2L).noneMatch(c -> "{}\"\\ ".indexOf(c) >= 0);
        SqlType element = type.element();
        if (!simple || (!TypeWords.isString(element) && !TypeWords.isNumeric(element))) {
            return Optional.empty();
        }
        List<Node> elements = new ArrayList<>();
        for (String part : text.substring(1, text.length() - 1).split(",", -1)) {
            if (part.isEmpty() || part.equalsIgnoreCase("null")) {
                return Optional.empty();
            }
            elements.add(new Literal(TypeWords.isNumeric(element) ? Literal.Kind.NUMBER : Literal.Kind.STRING, part));
        }
        return Optional.of(elements);
    }
}
