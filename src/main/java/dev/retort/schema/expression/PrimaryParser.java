package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import dev.retort.schema.expression.Node.Literal;
import dev.retort.schema.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: constants, names, calls, casts, CASE, ARRAY, rows, subscripts. */
final class PrimaryParser {

    /** Functions without parentheses and constants with a name. */
    private static final Set<String> KEYWORDS = Set.of(
            "null",
            "true",
            "false",
            "default",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_catalog",
            "current_schema");

    /** Words that stand between arguments of the SQL standard's functions. */
    private static final Set<String> SEPARATORS = Set.of("from", "for", "in", "placing", "using", "similar", "escape");

    /** Words that may come before an argument. */
    private static final Set<String> LEADING = Set.of("both", "leading", "trailing", "distinct", "all", "variadic");

    /** What cannot start an expression here: the text is a query or a clause, and is left as it is. */
    private static final Set<String> REFUSED =
            Set.of("select", "with", "values", "exists", "and", "or", "from", "where", "when", "then", "else", "end");

    private final TokenStream tokens;
    private final Parser parser;

    PrimaryParser(TokenStream tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    Node primary() throws ExpressionSyntaxException {
        Node node = atom();
        while (true) {
            Token next = tokens.peek();
            if (next.kind() == Kind.CAST) {
                tokens.take();
                node = new Node.Cast(node, TypeNames.read(tokens));
            } else if (next.isMark("[")) {
                node = subscript(node);
            } else if (next.isMark(".")) {
                tokens.take();
                node = new Node.Field(node, identifier());
            } else {
                return node;
            }
        }
    }

    private Node atom() throws ExpressionSyntaxException {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new Literal(Literal.Kind.STRING, tokens.take().text());
            case NUMBER -> new Literal(Literal.Kind.NUMBER, tokens.take().text());
            case BITS -> new Literal(Literal.Kind.BITS, tokens.take().text());
            case QUOTED -> nameOrCall();
            case WORD -> word(token.text());
            case MARK -> {
                if (!token.isMark("(")) {
                    throw tokens.unexpected();
                }
                yield parenthesised();
            }
            default -> throw tokens.unexpected();
        };
    }

    private Node word(String word) throws ExpressionSyntaxException {
        if (REFUSED.contains(word)) {
            throw tokens.unexpected();
        }
        if (word.equals("case")) {
            return caseOf();
        }
        if (word.equals("cast") && tokens.peek(1).isMark("(")) {
            return castOf();
        }
        if (word.equals("array") && tokens.peek(1).isMark("[")) {
            tokens.take();
            return arrayOf();
        }
        if (word.equals("row") && tokens.peek(1).isMark("(")) {
            tokens.take();
            tokens.take();
            return new Node.Row(list(")"));
        }
        if (KEYWORDS.contains(word)
                && !tokens.peek(1).isMark(".")
                && !tokens.peek(1).isMark("(")) {
            return Literal.keyword(tokens.take().text());
        }
        SqlType type = TypeNames.beforeLiteral(tokens);
        if (type != null) {
            return new Node.Cast(Literal.string(tokens.take().text()), type);
        }
        return nameOrCall();
    }

    private Node parenthesised() throws ExpressionSyntaxException {
        tokens.expectMark("(");
        Node first = parser.expression();
        if (tokens.takeMark(")")) {
            return first;
        }
        List<Node> row = new ArrayList<>(List.of(first));
        while (tokens.takeMark(",")) {
            row.add(parser.expression());
        }
        tokens.expectMark(")");
        return new Node.Row(row);
    }

    private Node nameOrCall() throws ExpressionSyntaxException {
        List<String> name = dottedName();
        if (!tokens.peek().isMark("(")) {
            return new Node.Name(name);
        }
        tokens.take();
        List<String> separators = new ArrayList<>();
        List<Node> arguments = new ArrayList<>();
        String separator = "";
        while (!tokens.takeMark(")")) {
            separators.add(separator.isEmpty() && !arguments.isEmpty() ? separator() : separator);
            separator = "";
            if (tokens.peek().kind() == Kind.WORD
                    && LEADING.contains(tokens.peek().text())) {
                int last = separators.size() - 1;
                separators.set(last, (separators.get(last) + " " + tokens.take().text()).strip());
                if (tokens.peek().isWord("from")) {
                    separators.set(
                            last, separators.get(last) + " " + tokens.take().text());
                }
            }
            arguments.add(argument(name));
        }
        Token next = tokens.peek();
        if (next.isWord("filter") || next.isWord("over") || next.isWord("within")) {
            throw tokens.unexpected();
        }
        return new Node.Call(name, separators, arguments);
    }

    /** {@code count(*)} and the field of EXTRACT are arguments that are no expressions. */
    private Node argument(List<String> function) throws ExpressionSyntaxException {
        if (tokens.peek().isOperator("*") && tokens.peek(1).isMark(")")) {
            tokens.take();
            return new Node.Name(List.of("*"));
        }
        if (function.equals(List.of("extract")) && tokens.peek(1).isWord("from")) {
            return Literal.string(tokens.take().text());
        }
        return parser.argument(function);
    }

    private String separator() throws ExpressionSyntaxException {
        if (tokens.takeMark(",")) {
            return ",";
        }
        if (tokens.peek().kind() == Kind.WORD
                && SEPARATORS.contains(tokens.peek().text())) {
            return tokens.take().text();
        }
        throw tokens.unexpected();
    }

    private Node caseOf() throws ExpressionSyntaxException {
        tokens.expectWord("case");
        Node subject = tokens.peek().isWord("when") ? null : parser.expression();
        List<Node.Case.When> whens = new ArrayList<>();
        while (tokens.takeWord("when")) {
            Node condition = parser.expression();
            tokens.expectWord("then");
            whens.add(new Node.Case.When(condition, parser.expression()));
        }
        @Nullable Node otherwise = tokens.takeWord("else") ? parser.expression() : null;
        tokens.expectWord("end");
        return new Node.Case(subject, whens, otherwise);
    }

    private Node castOf() throws ExpressionSyntaxException {
        tokens.expectWord("cast");
        tokens.expectMark("(");
        Node value = parser.expression();
        tokens.expectWord("as");
        SqlType type = TypeNames.read(tokens);
        tokens.expectMark(")");
        return new Node.Cast(value, type);
    }

    /** The elements of {@code ARRAY[…]}; inner brackets are arrays too. */
    private Node arrayOf() throws ExpressionSyntaxException {
        tokens.expectMark("[");
        List<Node> elements = new ArrayList<>();
        if (tokens.takeMark("]")) {
            return new Node.ArrayOf(elements);
        }
        do {
            elements.add(tokens.peek().isMark("[") ? arrayOf() : parser.expression());
        } while (tokens.takeMark(","));
        tokens.expectMark("]");
        return new Node.ArrayOf(elements);
    }

    private Node subscript(Node value) throws ExpressionSyntaxException {
        tokens.expectMark("[");
        @Nullable Node low = tokens.peek().isMark(":") ? null : parser.expression();
        boolean slice = tokens.takeMark(":");
        @Nullable Node high = slice && !tokens.peek().isMark("]") ? parser.expression() : null;
        tokens.expectMark("]");
        return new Node.Subscript(value, low, high, slice);
    }

    private List<Node> list(String closing) throws ExpressionSyntaxException {
        List<Node> list = new ArrayList<>();
        if (tokens.takeMark(closing)) {
            return list;
        }
        do {
            list.add(parser.expression());
        } while (tokens.takeMark(","));
        tokens.expectMark(closing);
        return list;
    }

    List<String> dottedName() throws ExpressionSyntaxException {
        List<String> parts = new ArrayList<>(List.of(identifier()));
        while (tokens.peek().isMark(".")) {
            tokens.take();
            parts.add(identifier());
        }
        return parts;
    }

    private String identifier() throws ExpressionSyntaxException {
        Token token = tokens.take();
        if (token.isOperator("*")) {
            return "*";
        }
        if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
            throw tokens.unexpected();
        }
        return token.text();
    }

    /** {@code OPERATOR(schema.op)}, as the server prints operators that are not on the search path. */
    String qualifiedOperator() throws ExpressionSyntaxException {
        tokens.expectMark("(");
        StringBuilder operator = new StringBuilder();
        while (tokens.peek().kind() != Kind.OPERATOR) {
            String namespace = identifier();
            tokens.expectMark(".");
            if (!namespace.equals("pg_catalog") && !namespace.equals("public")) {
                operator.append(namespace).append('.');
            }
        }
        operator.append(tokens.take().text());
        tokens.expectMark(")");
        return operator.toString();
    }
}
