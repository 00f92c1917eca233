package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectName;

/**
 * Adds a constraint to a table.
 *
 * @param constraint the constraint; where it has no name PostgreSQL chooses one
 */
public record AddConstraint(ObjectName table, Constraint constraint) implements Operation {

    @Override
    public String kind() {
        return "add_constraint";
    }

    @Override
    public String object() {
        return table.qualified() + "." + ConstraintWords.name(constraint);
    }

    @Override
    public String summary() {
        return "add " + ConstraintWords.words(constraint) + " on " + table.display();
    }

    /** Kind and name, such as {@code check price_positive}; the kind alone where it has no name. */
    public String label() {
        return ConstraintWords.label(constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
