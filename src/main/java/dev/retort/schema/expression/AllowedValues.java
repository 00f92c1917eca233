package dev.retort.schema.expression;

import dev.retort.schema.Expression;
import dev.retort.schema.expression.Node.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A check that lists what one column may hold, as the check of an enumerated attribute does: {@code status IN ('NEW', 'PAID')}, {@code kind BETWEEN 0 AND
 * 2}, either of them also behind {@code status IS NULL OR}.
 *
 * @param values in the order in which they are written; numbers as their digits
 * @param numbers whether they are numbers, and not strings
 */
public record AllowedValues(String column, List<String> values, boolean numbers) {

    /** A range longer than this is no enumeration. */
    private static final int LONGEST = 1_000;

    public AllowedValues {
        values = List.copyOf(values);
    }

    /** What the expression lists; empty where it is another kind of check. */
    public static Optional<AllowedValues> of(Expression check) {
        try {
            return Optional.ofNullable(read(Parser.parse(check.sql())));
        } catch (ExpressionSyntaxException notUnderstood) {
            return Optional.empty();
        }
    }

    private static @Nullable AllowedValues read(Node node) {
        if (node instanceof Node.Or or && or.operands().size() == 2) {
            return orNull(or.operands().get(0), or.operands().get(1));
        } else if (node instanceof Node.In in && !in.negated()) {
            return list(in.value(), in.list());
        } else if (node instanceof Node.Quantified any
                && any.operator().equals("=")
                && any.quantifier().equals("any")
                && bare(any.right()) instanceof Node.ArrayOf array) {
            return list(any.left(), array.elements());
        } else if (node instanceof Node.Binary equal && equal.operator().equals("=")) {
            return list(equal.left(), List.of(equal.right()));
        } else if (node instanceof Node.Between between && !between.negated() && !between.symmetric()) {
            return range(between.value(), between.low(), between.high());
        } else if (node instanceof Node.And and
                && and.operands().size() == 2
                && and.operands().get(0) instanceof Node.Binary low
                && and.operands().get(1) instanceof Node.Binary high
                && low.operator().equals(">=")
                && high.operator().equals("<=")
                && low.left().equals(high.left())) {
            return range(low.left(), low.right(), high.right());
        }
        return null;
    }

    private static @Nullable AllowedValues orNull(Node first, Node second) {
        Node test = first instanceof Node.Is ? first : second;
        AllowedValues values = read(first instanceof Node.Is ? second : first);
        boolean same = values != null
                && test instanceof Node.Is is
                && is.test().equals("null")
                && bare(is.value()).equals(new Node.Name(List.of(values.column())));
        return same ? values : null;
    }

    private static @Nullable AllowedValues list(Node value, List<Node> elements) {
        if (!(bare(value) instanceof Node.Name name) || name.parts().size() != 1) {
            return null;
        }
        List<String> values = new ArrayList<>();
        int numbers = 0;
        for (Node element : elements) {
            if (!(bare(element) instanceof Literal literal)
                    || (literal.kind() != Literal.Kind.STRING && literal.kind() != Literal.Kind.NUMBER)) {
                return null;
            }
            values.add(literal.text());
            numbers += literal.kind() == Literal.Kind.NUMBER ? 1 : 0;
        }
        return numbers == 0 || numbers == values.size()
                ? new AllowedValues(name.parts().get(0), values, numbers > 0)
                : null;
    }

    private static @Nullable AllowedValues range(Node value, Node from, Node to) {
        if (bare(value) instanceof Node.Name name
                && name.parts().size() == 1
                && bare(from) instanceof Literal low
                && bare(to) instanceof Literal high
                && low.text().matches("\\d{1,9}")
                && high.text().matches("\\d{1,9}")) {
            long first = Long.parseLong(low.text());
            long last = Long.parseLong(high.text());
            return last < first || last - first > LONGEST
                    ? null
                    : new AllowedValues(
                            name.parts().get(0),
                            LongStream.rangeClosed(first, last)
                                    .mapToObj(String::valueOf)
                                    .toList(),
                            true);
        }
        return null;
    }

    private static Node bare(Node node) {
        return node instanceof Node.Cast cast ? bare(cast.value()) : node;
    }
}
