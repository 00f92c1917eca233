package dev.retort.schema.expression;

import dev.retort.schema.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an expression by precedence climbing, with the precedences of the manual's table of operators. */
final class Parser {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OTHER = 7;
    private static final int ADDITIVE = 8;
    private static final int MULTIPLICATIVE = 9;
    private static final int POWER = 10;
    private static final int ZONE = 11;
    private static final int COLLATE = 12;

    private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>");

    private static final Set<String> WORDED = Set.of("position", "overlay", "substring", "trim", "extract");

    private final TokenStream tokens;
    private final PrimaryParser primaries;

    private Parser(List<Token> tokens) {
        this.tokens = new TokenStream(tokens);
        this.primaries = new PrimaryParser(this.tokens, this);
    }

    /** The tree of an expression. */
    static Node parse(String sql) throws ExpressionSyntaxException {
        Parser parser = new Parser(Lexer.tokens(sql));
        Node node = parser.expression();
        if (!parser.tokens.atEnd()) {
            throw parser.tokens.unexpected();
        }
        return node;
    }

    Node expression() throws ExpressionSyntaxException {
        return expression(OR);
    }

    /** An argument of a function; those of the SQL standard separate theirs by words, {@code IN} among them. */
    Node argument(List<String> function) throws ExpressionSyntaxException {
        boolean worded = function.size() == 1 && WORDED.contains(function.get(0));
        return expression(worded ? RANGE + 1 : OR);
    }

    private Node expression(int minimum) throws ExpressionSyntaxException {
        Node left = prefix();
        while (true) {
            int precedence = precedenceOfNext();
            if (precedence < minimum) {
                return left;
            }
            left = infix(left, precedence);
        }
    }

    private Node prefix() throws ExpressionSyntaxException {
        Token token = tokens.peek();
        if (token.isWord("not")) {
            tokens.take();
            return new Node.Not(expression(NOT));
        }
        if (token.isOperator("-") || token.isOperator("+")) {
            tokens.take();
            return new Node.Unary(token.text(), expression(POWER + 1));
        }
        if (token.kind() == Kind.OPERATOR) {
            tokens.take();
            return new Node.Unary(token.text(), expression(OTHER + 1));
        }
        return primaries.primary();
    }

    /** The precedence of the operator that comes next; 0 where none does. */
    private int precedenceOfNext() {
        Token token = tokens.peek();
        if (token.kind() == Kind.OPERATOR) {
            return switch (token.text()) {
                case "+", "-" -> ADDITIVE;
                case "*", "/", "%" -> MULTIPLICATIVE;
                case "^" -> POWER;
                default -> COMPARISONS.contains(token.text()) ? COMPARISON : OTHER;
            };
        }
        if (token.kind() != Kind.WORD) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "and" -> AND;
            case "is", "isnull", "notnull" -> IS;
            case "between", "in", "like", "ilike", "similar" -> RANGE;
            case "not" -> isRange(tokens.peek(1)) ? RANGE : 0;
            case "operator" -> OTHER;
            case "at" -> tokens.peek(1).isWord("time") ? ZONE : 0;
            case "collate" -> COLLATE;
            default -> 0;
        };
    }

    private static boolean isRange(Token token) {
        return token.isWord("between")
                || token.isWord("in")
                || token.isWord("like")
                || token.isWord("ilike")
                || token.isWord("similar");
    }

    private Node infix(Node left, int precedence) throws ExpressionSyntaxException {
        Token token = tokens.take();
        return switch (precedence) {
            case OR -> new Node.Or(chain(left, "or", OR + 1));
            case AND -> new Node.And(chain(left, "and", AND + 1));
            case IS -> is(left, token);
            case RANGE -> range(left, token);
            case ZONE -> atTimeZone(left);
            case COLLATE -> new Node.Collate(left, primaries.dottedName());
            case OTHER ->
                operator(left, token.isWord("operator") ? primaries.qualifiedOperator() : token.text(), OTHER);
            default -> operator(left, token.text(), precedence);
        };
    }

    /** All operands of a run of one word, so that a chain within parentheses stays a chain within a chain. */
    private List<Node> chain(Node first, String word, int precedence) throws ExpressionSyntaxException {
        List<Node> operands = new ArrayList<>(List.of(first, expression(precedence)));
        while (tokens.takeWord(word)) {
            operands.add(expression(precedence));
        }
        return operands;
    }

    private Node operator(Node left, String operator, int precedence) throws ExpressionSyntaxException {
        for (String quantifier : List.of("any", "all", "some")) {
            if (tokens.peek().isWord(quantifier) && tokens.peek(1).isMark("(")) {
                tokens.take();
                tokens.expectMark("(");
                Node right = expression();
                tokens.expectMark(")");
                return new Node.Quantified(left, operator, quantifier.equals("some") ? "any" : quantifier, right);
            }
        }
        return new Node.Binary(operator, left, expression(precedence + 1));
    }

    private Node is(Node left, Token token) throws ExpressionSyntaxException {
        if (token.isWord("isnull")) {
            return new Node.Is(left, "null");
        }
        if (token.isWord("notnull")) {
            return new Node.Is(left, "not null");
        }
        boolean negated = tokens.takeWord("not");
        if (tokens.takeWord("distinct")) {
            tokens.expectWord("from");
            return new Node.Distinct(left, expression(IS + 1), negated);
        }
        Token test = tokens.take();
        if (!Set.of("null", "true", "false", "unknown").contains(test.text())) {
            throw tokens.unexpected();
        }
        return new Node.Is(left, (negated ? "not " : "") + test.text());
    }

    private Node range(Node left, Token token) throws ExpressionSyntaxException {
        boolean negated = token.isWord("not");
        String word = negated ? tokens.take().text() : token.text();
        return switch (word) {
            case "between" -> between(left, negated);
            case "in" -> in(left, negated);
            default -> pattern(left, word, negated);
        };
    }

    private Node between(Node left, boolean negated) throws ExpressionSyntaxException {
        boolean symmetric = tokens.takeWord("symmetric");
        Node low = expression(RANGE + 1);
        tokens.expectWord("and");
        return new Node.Between(left, low, expression(RANGE + 1), negated, symmetric);
    }

    private Node in(Node left, boolean negated) throws ExpressionSyntaxException {
        tokens.expectMark("(");
        List<Node> list = new ArrayList<>();
        do {
            list.add(expression());
        } while (tokens.takeMark(","));
        tokens.expectMark(")");
        return new Node.In(left, list, negated);
    }

    private Node pattern(Node left, String word, boolean negated) throws ExpressionSyntaxException {
        if (word.equals("similar")) {
            tokens.expectWord("to");
        }
        Node right = expression(RANGE + 1);
        Node escape = tokens.takeWord("escape") ? expression(RANGE + 1) : null;
        if (escape == null && !word.equals("similar")) {
            return new Node.Binary((negated ? "!" : "") + (word.equals("like") ? "~~" : "~~*"), left, right);
        }
        return new Node.Pattern(
                left, (negated ? "not " : "") + (word.equals("similar") ? "similar to" : word), right, escape);
    }

    private Node atTimeZone(Node left) throws ExpressionSyntaxException {
        tokens.expectWord("time");
        tokens.expectWord("zone");
        return new Node.AtTimeZone(left, expression(ZONE + 1));
    }
}
