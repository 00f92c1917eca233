package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import dev.retort.schema.expression.Node.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the spellings of one meaning to one tree: what PostgreSQL's parser rewrites ({@code BETWEEN}, {@code IN}, {@code LIKE}), what its deparser
 * adds (casts of constants, schema names), and functions that are one another's synonyms.
 */
final class Normalizer extends Rewriter {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Set<String> NAMES_A_RELATION = Set.of("nextval", "currval", "setval");

    /** Namespaces that the deparser adds or leaves out by the session's search path. */
    private static final Set<String> IMPLIED = Set.of("public", "pg_catalog");

    private Normalizer() {}

    /** The canonical tree of a whole expression. */
    static Node normalize(Node node) {
        Node whole = new Normalizer().rewrite(node);
        // The whole being one constant, its column says the type, and 0 is 0.00.
        if (whole instanceof Node.Cast cast && cast.value() instanceof Literal) {
            whole = cast.value();
        }
        return whole instanceof Literal literal && literal.kind() == Literal.Kind.NUMBER ? plain(literal) : whole;
    }

    private static Literal plain(Literal number) {
        BigDecimal value = new BigDecimal(number.text());
        String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return new Literal(Literal.Kind.NUMBER, text);
    }

    @Override
    boolean isConvertedLate(SqlType type) {
        return TypeWords.isRead(type);
    }

    @Override
    Node rewritten(Node node) {
        if (node instanceof Node.Cast cast) {
            return cast(cast.value(), cast.type());
        } else if (node instanceof Node.Quantified q) {
            return quantified(q);
        } else if (node instanceof Node.In in) {
            return in(in.value(), in.list(), in.negated());
        } else if (node instanceof Node.Between b && !b.symmetric()) {
            return b.negated()
                    ? new Node.Or(sorted(List.of(compare(b.value(), "<", b.low()), compare(b.value(), ">", b.high()))))
                    : new Node.And(
                            sorted(List.of(compare(b.value(), ">=", b.low()), compare(b.value(), "<=", b.high()))));
        } else if (node instanceof Node.AtTimeZone z) {
            return new Node.Call(List.of("timezone"), List.of("", ","), List.of(z.zone(), z.value()));
        } else if (node instanceof Node.Unary u
                && u.operand() instanceof Literal l
                && l.kind() == Literal.Kind.NUMBER) {
            return signed(u.operator(), l);
        } else if (node instanceof Node.And and) {
            return new Node.And(sorted(flat(and.operands(), Node.And.class)));
        } else if (node instanceof Node.Or or) {
            return new Node.Or(sorted(flat(or.operands(), Node.Or.class)));
        }
        return rewrittenName(node);
    }

    private static Node rewrittenName(Node node) {
        if (node instanceof Literal l && l.isKeyword("current_timestamp")) {
            return new Node.Call(List.of("now"), List.of(), List.of());
        } else if (node instanceof Node.Call call) {
            return call(call);
        } else if (node instanceof Node.Name name) {
            return new Node.Name(List.of(name.parts().get(name.parts().size() - 1)));
        } else if (node instanceof Node.Not not
                && not.operand() instanceof Node.Is is
                && !is.test().startsWith("not ")) {
            return new Node.Is(is.value(), "not " + is.test());
        } else if (node instanceof Node.Not not && not.operand() instanceof Node.In in) {
            return new Node.In(in.value(), in.list(), !in.negated());
        } else if (node instanceof Node.Case c && c.otherwise() instanceof Literal l && l.isKeyword("null")) {
            return new Node.Case(c.subject(), c.whens(), null);
        } else if (node instanceof Node.Collate c) {
            return new Node.Collate(c.value(), withoutImplied(c.collation()));
        }
        return node;
    }

    private static Node cast(Node value, SqlType type) {
        if (value instanceof Literal literal) {
            return castLiteral(literal, type);
        }
        boolean labelOnly = TypeWords.isFreeText(type)
                || value instanceof Node.ArrayOf array && !array.elements().isEmpty();
        return labelOnly ? value : new Node.Cast(value, type);
    }

    private static Node castLiteral(Literal literal, SqlType type) {
        if (literal.isKeyword("null")) {
            return literal;
        }
        boolean number = NUMBER.matcher(literal.text()).matches();
        return switch (literal.kind()) {
            case NUMBER ->
                TypeWords.isNumeric(type) && type.modifiers().isEmpty() ? literal : new Node.Cast(literal, type);
            case STRING -> {
                if (TypeWords.isString(type) && type.modifiers().isEmpty() || TypeWords.is(type, "bpchar")) {
                    yield literal;
                } else if (TypeWords.isNumeric(type)
                        && number
                        && type.modifiers().isEmpty()) {
                    yield new Literal(Literal.Kind.NUMBER, literal.text());
                } else if (TypeWords.isJson(type)) {
                    yield Literal.string(JsonSpacing.strip(literal.text()));
                } else if (TypeWords.is(type, "boolean")) {
                    yield truth(literal, type);
                } else if (TypeWords.is(type, "regclass")) {
                    yield relation(literal);
                }
                yield ArrayLiteral.elements(literal.text(), type)
                        .<Node>map(Node.ArrayOf::new)
                        .orElse(new Node.Cast(literal, type));
            }
            default -> new Node.Cast(literal, type);
        };
    }

    private static Node truth(Literal literal, SqlType type) {
        return switch (literal.text().strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> Literal.keyword("true");
            case "f", "false", "n", "no", "off", "0" -> Literal.keyword("false");
            default -> new Node.Cast(literal, type);
        };
    }

    private static Literal relation(Literal literal) {
        return Literal.string(
                literal.text().startsWith("public.") ? literal.text().substring(7) : literal.text());
    }

    private static Node signed(String operator, Literal number) {
        String text = number.text();
        if (operator.equals("+")) {
            return number;
        }
        if (!operator.equals("-")) {
            return new Node.Unary(operator, number);
        }
        return new Literal(Literal.Kind.NUMBER, text.startsWith("-") ? text.substring(1) : "-" + text);
    }

    private static Node quantified(Node.Quantified q) {
        if (q.right() instanceof Node.ArrayOf array && !array.elements().isEmpty()) {
            if (q.operator().equals("=") && q.quantifier().equals("any")) {
                return in(q.left(), array.elements(), false);
            } else if (q.operator().equals("<>") && q.quantifier().equals("all")) {
                return in(q.left(), array.elements(), true);
            }
        }
        return q;
    }

    private static Node in(Node value, List<Node> list, boolean negated) {
        return list.size() == 1
                ? compare(value, negated ? "<>" : "=", list.get(0))
                : new Node.In(value, sorted(list), negated);
    }

    /** No order among equals: Hibernate adds what Bean Validation says of a column in the order of a hash, so another run says it in another. */
    private static List<Node> sorted(List<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Printer::print)).toList();
    }

    private static Node compare(Node left, String operator, Node right) {
        return new Node.Binary(operator, left, right);
    }

    private static Node call(Node.Call call) {
        List<String> name = withoutImplied(call.name());
        if (name.equals(List.of("transaction_timestamp")) && call.arguments().isEmpty()) {
            return new Node.Call(List.of("now"), List.of(), List.of());
        }
        if (name.size() == 1
                && NAMES_A_RELATION.contains(name.get(0))
                && call.arguments().get(0) instanceof Literal first) {
            List<Node> arguments = new ArrayList<>(call.arguments());
            arguments.set(0, relation(first));
            return new Node.Call(name, call.separators(), arguments);
        }
        return new Node.Call(name, call.separators(), call.arguments());
    }

    private static List<String> withoutImplied(List<String> name) {
        return name.size() == 2 && IMPLIED.contains(name.get(0)) ? name.subList(1, 2) : name;
    }

    private static List<Node> flat(List<Node> operands, Class<? extends Node> kind) {
        List<Node> flat = new ArrayList<>();
        for (Node operand : operands) {
            if (kind.isInstance(operand)) {
                flat.addAll(operand instanceof Node.And and ? and.operands() : ((Node.Or) operand).operands());
            } else {
                flat.add(operand);
            }
        }
        return flat;
    }
}
