package dev.retort.schema.expression;

import dev.retort.schema.expression.Node.Literal;

/** How tightly each node binds, loosest first, per the manual's table of operator precedence. */
final class Precedence {

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int RANGE = 6;
    static final int OTHER = 7;
    static final int ADDITIVE = 8;
    static final int MULTIPLICATIVE = 9;
    static final int POWER = 10;
    static final int ZONE = 11;
    static final int COLLATE = 12;
    static final int SIGN = 13;
    static final int POSTFIX = 14;
    static final int ATOM = 15;

    private Precedence() {}

    static int of(String operator) {
        return switch (operator) {
            case "<", ">", "=", "<=", ">=", "<>" -> COMPARISON;
            case "+", "-" -> ADDITIVE;
            case "*", "/", "%" -> MULTIPLICATIVE;
            case "^" -> POWER;
            case "~~", "!~~", "~~*", "!~~*" -> RANGE;
            default -> OTHER;
        };
    }

    static int of(Node node) {
        if (node instanceof Node.Or) {
            return OR;
        } else if (node instanceof Node.And) {
            return AND;
        } else if (node instanceof Node.Not) {
            return NOT;
        } else if (node instanceof Node.Is || node instanceof Node.Distinct) {
            return IS;
        } else if (node instanceof Node.In || node instanceof Node.Between || node instanceof Node.Pattern) {
            return RANGE;
        } else if (node instanceof Node.Binary binary) {
            return of(binary.operator());
        } else if (node instanceof Node.Quantified quantified) {
            return of(quantified.operator());
        } else if (node instanceof Node.AtTimeZone) {
            return ZONE;
        } else if (node instanceof Node.Collate) {
            return COLLATE;
        } else if (node instanceof Node.Unary unary) {
            return unary.operator().equals("-") || unary.operator().equals("+") ? SIGN : OTHER;
        } else if (node instanceof Node.Cast || node instanceof Node.Subscript || node instanceof Node.Field) {
            return POSTFIX;
        }
        return node instanceof Literal literal
                        && literal.text().startsWith("-")
                        && literal.kind() == Literal.Kind.NUMBER
                ? SIGN
                : ATOM;
    }
}
