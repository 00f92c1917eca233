package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax tree of an expression. */
sealed interface Node {

    /** A constant; {@code text} is the decoded value. */
    record Literal(Kind kind, String text) implements Node {
        enum Kind {
            STRING,
            NUMBER,
            BITS,
            /** {@code null}, {@code true}, {@code false}, {@code default} and functions without parentheses such as {@code current_date}. */
            KEYWORD
        }

        static Literal string(String text) {
            return new Literal(Kind.STRING, text);
        }

        static Literal keyword(String text) {
            return new Literal(Kind.KEYWORD, text);
        }

        boolean isKeyword(String word) {
            return kind == Kind.KEYWORD && text.equals(word);
        }
    }

    /** A column, possibly qualified; {@code *} is a part like others. */
    record Name(List<String> parts) implements Node {}

    /**
     * A function call.
     *
     * @param separators what stands before each argument: empty or {@code ,} or words such as {@code from}, {@code for}, {@code both}
     */
    record Call(List<String> name, List<String> separators, List<Node> arguments) implements Node {}

    record Cast(Node value, SqlType type) implements Node {}

    record ArrayOf(List<Node> elements) implements Node {}

    record Row(List<Node> elements) implements Node {}

    record Unary(String operator, Node operand) implements Node {}

    record Binary(String operator, Node left, Node right) implements Node {}

    /** {@code left operator ANY|ALL (right)}. */
    record Quantified(Node left, String operator, String quantifier, Node right) implements Node {}

    record In(Node value, List<Node> list, boolean negated) implements Node {}

    record Between(Node value, Node low, Node high, boolean negated, boolean symmetric) implements Node {}

    /** {@code IS [NOT] NULL|TRUE|FALSE|UNKNOWN}, the test in lower case. */
    record Is(Node value, String test) implements Node {}

    /** {@code IS [NOT] DISTINCT FROM}. */
    record Distinct(Node left, Node right, boolean negated) implements Node {}

    /** {@code [NOT] SIMILAR TO … ESCAPE …} and {@code LIKE … ESCAPE …}: rare enough to keep their words. */
    record Pattern(
            Node left, String words, Node right, @Nullable Node escape) implements Node {}

    record Not(Node operand) implements Node {}

    record And(List<Node> operands) implements Node {}

    record Or(List<Node> operands) implements Node {}

    record Case(
            @Nullable Node subject,
            List<When> whens,
            @Nullable Node otherwise) implements Node {
        record When(Node condition, Node result) {}
    }

    record Collate(Node value, List<String> collation) implements Node {}

    record AtTimeZone(Node value, Node zone) implements Node {}

    record Subscript(
            Node value, @Nullable Node low, @Nullable Node high, boolean slice) implements Node {}

    /** {@code (value).field}. */
    record Field(Node value, String field) implements Node {}
}
