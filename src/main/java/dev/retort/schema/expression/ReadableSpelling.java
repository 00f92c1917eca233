package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import dev.retort.schema.expression.Node.Literal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spells what the server printed as a person would write it, so that executing it makes the server print the same again: {@code ((status)::text = ANY
 * ((ARRAY['A'::character varying, …])::text[]))} is {@code status IN ('A', …)}.
 *
 * <p>The cast that the server adds to an array constant makes its own print no fixed point: fed back as it stands, it is stored in another form. The
 * list form is the one that brings the first form back.
 */
public final class ReadableSpelling extends Rewriter {

    private final Function<String, @Nullable SqlType> columns;

    private ReadableSpelling(Function<String, @Nullable SqlType> columns) {
        this.columns = columns;
    }

    /**
     * The readable spelling of a server's print; text that is not understood stays as it is.
     *
     * @param columns the type of a column by its name, null where there is none
     */
    public static String of(String printed, Function<String, @Nullable SqlType> columns) {
        try {
            return Printer.print(new ReadableSpelling(columns).rewrite(Parser.parse(printed)));
        } catch (ExpressionSyntaxException notUnderstood) {
            return printed;
        }
    }

    /** The readable spelling of a column's default, whose type says what a constant is cast to. */
    public static String ofDefault(String printed, SqlType columnType) {
        try {
            Node node = new ReadableSpelling(name -> null).rewrite(Parser.parse(printed));
            return Printer.print(isOwnCast(node, columnType) ? ((Node.Cast) node).value() : node);
        } catch (ExpressionSyntaxException notUnderstood) {
            return printed;
        }
    }

    /** Whether the whole default is a constant cast to what its column's type is anyway. */
    private static boolean isOwnCast(Node node, SqlType columnType) {
        return node instanceof Node.Cast cast
                && cast.value() instanceof Literal literal
                && literal.kind() == Literal.Kind.STRING
                && (cast.type().equals(columnType)
                        || TypeWords.isString(cast.type()) && TypeWords.isString(columnType)
                        || columnType.modifiers().length() > 0
                                && cast.type().modifiers().isEmpty()
                                && cast.type().base().equals(columnType.base())
                                && cast.type().array() == columnType.array()
                                && cast.type().userType() == null);
    }

    @Override
    boolean isConvertedLate(SqlType type) {
        return !TypeWords.isString(type);
    }

    @Override
    Node rewritten(Node node) {
        if (node instanceof Node.Cast cast) {
            return cast(cast);
        } else if (node instanceof Node.Quantified q) {
            return quantified(q);
        } else if (node instanceof Node.And and) {
            return new Node.And(
                    and.operands().stream().map(ReadableSpelling::between).toList());
        } else if (node instanceof Node.Or or) {
            return new Node.Or(
                    or.operands().stream().map(ReadableSpelling::between).toList());
        }
        return node;
    }

    private Node cast(Node.Cast cast) {
        if (cast.value() instanceof Literal literal && literal.kind() == Literal.Kind.STRING) {
            if (TypeWords.is(cast.type(), "text")) {
                return literal;
            }
            if (TypeWords.is(cast.type(), "integer") && literal.text().matches("-[0-9]{1,9}")) {
                return new Literal(Literal.Kind.NUMBER, literal.text());
            }
        }
        if (TypeWords.isFreeText(cast.type())
                && cast.value() instanceof Node.Name name
                && name.parts().size() == 1) {
            SqlType type = columns.apply(name.parts().get(0));
            if (type != null && TypeWords.isString(type) && !TypeWords.is(type, "character")) {
                return name;
            }
        }
        return cast;
    }

    /** Only BETWEEN leaves a chain within a chain: the server's parser flattens all others, whatever their parentheses. */
    private static Node between(Node operand) {
        List<Node> bounds = operand instanceof Node.And and
                ? and.operands()
                : operand instanceof Node.Or or ? or.operands() : List.of();
        boolean negated = operand instanceof Node.Or;
        if (bounds.size() == 2
                && bounds.get(0) instanceof Node.Binary low
                && bounds.get(1) instanceof Node.Binary high
                && low.operator().equals(negated ? "<" : ">=")
                && high.operator().equals(negated ? ">" : "<=")
                && low.left().equals(high.left())) {
            return new Node.Between(low.left(), low.right(), high.right(), negated, false);
        }
        return operand;
    }

    private Node quantified(Node.Quantified q) {
        boolean in = q.operator().equals("=") && q.quantifier().equals("any");
        boolean notIn = q.operator().equals("<>") && q.quantifier().equals("all");
        Node right = q.right() instanceof Node.Cast cast
                        && cast.type().array()
                        && TypeWords.isFreeText(cast.type().element())
                ? cast.value()
                : q.right();
        boolean list = right instanceof Node.ArrayOf array
                && array.elements().size() > 1
                && array.elements().stream().allMatch(ReadableSpelling::isConstant);
        // Strings that are text, over a column that is not: somebody wrote ANY, and a list would be stored in the
        // labelled form.
        boolean written = right == q.right() && isLabelled(q.left());
        if (!list || !in && !notIn || written) {
            return q;
        }
        List<Node> constants = ((Node.ArrayOf) right)
                .elements().stream().map(ReadableSpelling::bare).toList();
        return new Node.In(unlabelled(q.left(), q.right() != right), constants, notIn);
    }

    private boolean isLabelled(Node left) {
        if (left instanceof Node.Name name && name.parts().size() == 1) {
            SqlType type = columns.apply(name.parts().get(0));
            return type != null && TypeWords.is(type, "character varying");
        }
        return left instanceof Node.Cast cast && TypeWords.is(cast.type(), "text");
    }

    /** A constant, cast at most once: a second cast is the form that the server stores when its own print is fed back, which must stay as it is. */
    private static boolean isConstant(Node node) {
        return node instanceof Literal || node instanceof Node.Cast cast && cast.value() instanceof Literal;
    }

    private static Node bare(Node node) {
        return node instanceof Node.Cast cast && TypeWords.isFreeText(cast.type()) ? cast.value() : node;
    }

    /** The server labels a {@code character varying} column as text where, and only where, it labels the list. */
    private static Node unlabelled(Node left, boolean listIsLabelled) {
        return listIsLabelled && left instanceof Node.Cast cast && TypeWords.is(cast.type(), "text")
                ? cast.value()
                : left;
    }
}
