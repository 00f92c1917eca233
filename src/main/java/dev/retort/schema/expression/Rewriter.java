package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds a tree from the leaves up; a subclass says what becomes of each node once its children are rebuilt. */
abstract class Rewriter {

    /** What becomes of a node whose children are rebuilt already. */
    abstract Node rewritten(Node node);

    /**
     * Whether a string that is called text first means another thing than the same string alone: {@code ('now'::text)::date} is the day on which it is
     * evaluated, {@code 'now'::date} the day on which it was written.
     */
    abstract boolean isConvertedLate(SqlType type);

    final Node rewrite(Node node) {
        return rewritten(withChildren(node));
    }

    private Node withChildren(Node node) {
        if (node instanceof Node.Or or) {
            return new Node.Or(all(or.operands()));
        } else if (node instanceof Node.And and) {
            return new Node.And(all(and.operands()));
        } else if (node instanceof Node.Not not) {
            return new Node.Not(rewrite(not.operand()));
        } else if (node instanceof Node.Is is) {
            return new Node.Is(rewrite(is.value()), is.test());
        } else if (node instanceof Node.Distinct d) {
            return new Node.Distinct(rewrite(d.left()), rewrite(d.right()), d.negated());
        } else if (node instanceof Node.Binary b) {
            return new Node.Binary(b.operator(), rewrite(b.left()), rewrite(b.right()));
        } else if (node instanceof Node.Quantified q) {
            return new Node.Quantified(rewrite(q.left()), q.operator(), q.quantifier(), rewrite(q.right()));
        } else if (node instanceof Node.Unary u) {
            return new Node.Unary(u.operator(), rewrite(u.operand()));
        } else if (node instanceof Node.In in) {
            return new Node.In(rewrite(in.value()), all(in.list()), in.negated());
        } else if (node instanceof Node.Between b) {
            return new Node.Between(
                    rewrite(b.value()), rewrite(b.low()), rewrite(b.high()), b.negated(), b.symmetric());
        } else if (node instanceof Node.Pattern p) {
            return new Node.Pattern(rewrite(p.left()), p.words(), rewrite(p.right()), optional(p.escape()));
        } else if (node instanceof Node.AtTimeZone z) {
            return new Node.AtTimeZone(rewrite(z.value()), rewrite(z.zone()));
        } else if (node instanceof Node.Collate c) {
            return new Node.Collate(rewrite(c.value()), c.collation());
        }
        return withTightChildren(node);
    }

    private Node withTightChildren(Node node) {
        if (node instanceof Node.Cast c) {
            boolean late = c.value() instanceof Node.Cast inner
                    && inner.value() instanceof Node.Literal
                    && TypeWords.isFreeText(inner.type())
                    && isConvertedLate(c.type());
            return late ? c : new Node.Cast(rewrite(c.value()), c.type());
        } else if (node instanceof Node.Subscript s) {
            return new Node.Subscript(rewrite(s.value()), optional(s.low()), optional(s.high()), s.slice());
        } else if (node instanceof Node.Field f) {
            return new Node.Field(rewrite(f.value()), f.field());
        } else if (node instanceof Node.Call c) {
            return new Node.Call(c.name(), c.separators(), all(c.arguments()));
        } else if (node instanceof Node.ArrayOf a) {
            return new Node.ArrayOf(all(a.elements()));
        } else if (node instanceof Node.Row r) {
            return new Node.Row(all(r.elements()));
        } else if (node instanceof Node.Case c) {
            List<Node.Case.When> whens = new ArrayList<>();
            c.whens().forEach(w -> whens.add(new Node.Case.When(rewrite(w.condition()), rewrite(w.result()))));
            return new Node.Case(optional(c.subject()), whens, optional(c.otherwise()));
        }
        return node;
    }

    private List<Node> all(List<Node> nodes) {
        return nodes.stream().map(this::rewrite).toList();
    }

    private @Nullable Node optional(@Nullable Node node) {
        return node == null ? null : rewrite(node);
    }
}
