package dev.retort.schema.expression;

import dev.retort.schema.ReservedWords;
import dev.retort.schema.expression.Node.Literal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells a tree as SQL: key words in upper case, functions in lower case, parentheses only where they are needed. */
final class Printer {

    private Printer() {}

    static String print(Node node) {
        if (node instanceof Node.Or or) {
            return chain(or.operands(), " OR ", Precedence.OR);
        } else if (node instanceof Node.And and) {
            return chain(and.operands(), " AND ", Precedence.AND);
        } else if (node instanceof Node.Not not) {
            return "NOT " + at(not.operand(), Precedence.NOT);
        } else if (node instanceof Node.Is is) {
            return at(is.value(), Precedence.COMPARISON) + " IS " + is.test().toUpperCase(Locale.ROOT);
        } else if (node instanceof Node.Distinct d) {
            return at(d.left(), Precedence.COMPARISON)
                    + (d.negated() ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ")
                    + at(d.right(), Precedence.COMPARISON);
        } else if (node instanceof Node.Binary binary) {
            return binary(binary);
        } else if (node instanceof Node.Quantified q) {
            return at(q.left(), Precedence.of(q.operator()) + 1)
                    + " " + operator(q.operator()) + " "
                    + q.quantifier().toUpperCase(Locale.ROOT)
                    + " (" + print(q.right()) + ")";
        } else if (node instanceof Node.Unary unary) {
            return unary(unary);
        } else if (node instanceof Node.Case c) {
            return caseOf(c);
        }
        return printRange(node);
    }

    private static String printRange(Node node) {
        if (node instanceof Node.In in) {
            return at(in.value(), Precedence.OTHER) + (in.negated() ? " NOT IN (" : " IN (") + list(in.list()) + ")";
        } else if (node instanceof Node.Between b) {
            return at(b.value(), Precedence.OTHER)
                    + (b.negated() ? " NOT BETWEEN " : " BETWEEN ")
                    + (b.symmetric() ? "SYMMETRIC " : "")
                    + at(b.low(), Precedence.OTHER)
                    + " AND "
                    + at(b.high(), Precedence.OTHER);
        } else if (node instanceof Node.Pattern p) {
            return at(p.left(), Precedence.OTHER)
                    + " " + p.words().toUpperCase(Locale.ROOT) + " "
                    + at(p.right(), Precedence.OTHER)
                    + (p.escape() == null ? "" : " ESCAPE " + at(p.escape(), Precedence.OTHER));
        } else if (node instanceof Node.AtTimeZone zone) {
            return at(zone.value(), Precedence.ZONE) + " AT TIME ZONE " + at(zone.zone(), Precedence.ZONE + 1);
        } else if (node instanceof Node.Collate c) {
            return at(c.value(), Precedence.COLLATE) + " COLLATE "
                    + c.collation().stream().map(Printer::quoted).collect(Collectors.joining("."));
        }
        return printTight(node);
    }

    private static String printTight(Node node) {
        if (node instanceof Node.Cast cast) {
            return at(cast.value(), Precedence.POSTFIX) + "::" + cast.type().display();
        } else if (node instanceof Node.Subscript s) {
            return (s.value() instanceof Node.Name ? print(s.value()) : "(" + print(s.value()) + ")") + "["
                    + optional(s.low()) + (s.slice() ? ":" + optional(s.high()) : "") + "]";
        } else if (node instanceof Node.Field field) {
            return "(" + print(field.value()) + ")." + (field.field().equals("*") ? "*" : quoted(field.field()));
        } else if (node instanceof Node.Call call) {
            return call(call);
        } else if (node instanceof Node.ArrayOf array) {
            return "ARRAY[" + list(array.elements()) + "]";
        } else if (node instanceof Node.Row row) {
            return "ROW(" + list(row.elements()) + ")";
        } else if (node instanceof Node.Name name) {
            return name.parts().stream()
                    .map(part -> part.equals("*") ? part : ReservedWords.quote(part))
                    .collect(Collectors.joining("."));
        }
        return literal((Literal) node);
    }

    /** A child of the given tightness at least; looser ones stand in parentheses. */
    private static String at(Node node, int precedence) {
        return Precedence.of(node) >= precedence ? print(node) : "(" + print(node) + ")";
    }

    private static String chain(List<Node> operands, String word, int precedence) {
        return operands.stream().map(operand -> at(operand, precedence + 1)).collect(Collectors.joining(word));
    }

    private static String binary(Node.Binary binary) {
        int precedence = Precedence.of(binary.operator());
        int left = precedence == Precedence.COMPARISON ? precedence + 1 : precedence;
        return at(binary.left(), left) + " " + operator(binary.operator()) + " " + at(binary.right(), precedence + 1);
    }

    private static String operator(String operator) {
        return switch (operator) {
            case "~~" -> "LIKE";
            case "!~~" -> "NOT LIKE";
            case "~~*" -> "ILIKE";
            case "!~~*" -> "NOT ILIKE";
            default -> operator.contains(".") ? "OPERATOR(" + operator + ")" : operator;
        };
    }

    private static String unary(Node.Unary unary) {
        boolean sign = unary.operator().equals("-") || unary.operator().equals("+");
        String operand = at(unary.operand(), sign ? Precedence.SIGN + 1 : Precedence.OTHER + 1);
        return unary.operator() + (sign ? "" : " ") + operand;
    }

    private static String call(Node.Call call) {
        StringBuilder text = new StringBuilder(
                call.name().stream().map(Printer::functionPart).collect(Collectors.joining(".")));
        text.append('(');
        for (int i = 0; i < call.arguments().size(); i++) {
            String separator = call.separators().get(i);
            if (separator.startsWith(",")) {
                text.append(separator.toUpperCase(Locale.ROOT)).append(' ');
            } else if (!separator.isEmpty()) {
                text.append(i == 0 ? "" : " ")
                        .append(separator.toUpperCase(Locale.ROOT))
                        .append(' ');
            }
            boolean field = call.name().equals(List.of("extract")) && i == 0;
            text.append(
                    field
                            ? ((Literal) call.arguments().get(0)).text()
                            : print(call.arguments().get(i)));
        }
        return text.append(')').toString();
    }

    /** Key words such as {@code coalesce} are functions by grammar and must not be quoted. */
    private static String functionPart(String part) {
        return ReservedWords.contains(part) ? part : ReservedWords.quote(part);
    }

    /** Collations are spelt quoted, as everywhere in the manual: {@code "C"}. */
    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String caseOf(Node.Case c) {
        StringBuilder text = new StringBuilder("CASE");
        Node subject = c.subject();
        if (subject != null) {
            text.append(' ').append(print(subject));
        }
        c.whens().forEach(when -> text.append(" WHEN ")
                .append(print(when.condition()))
                .append(" THEN ")
                .append(print(when.result())));
        Node otherwise = c.otherwise();
        if (otherwise != null) {
            text.append(" ELSE ").append(print(otherwise));
        }
        return text.append(" END").toString();
    }

    private static String list(List<Node> nodes) {
        return nodes.stream().map(Printer::print).collect(Collectors.joining(", "));
    }

    private static String optional(@Nullable Node node) {
        return node == null ? "" : print(node);
    }

    private static String literal(Literal literal) {
        return switch (literal.kind()) {
            case STRING -> "'" + literal.text().replace("'", "''") + "'";
            case BITS -> "B'" + literal.text() + "'";
            case NUMBER -> literal.text();
            case KEYWORD -> keyword(literal.text());
        };
    }

    private static String keyword(String word) {
        return switch (word) {
            case "null", "true", "false" -> word;
            default -> word.toUpperCase(Locale.ROOT);
        };
    }
}
