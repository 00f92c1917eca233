package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Validates a constraint that was added {@code NOT VALID}.
 */
public record ValidateConstraint(ObjectName table, String name) implements Operation {

    @Override
    public String kind() {
        return "validate_constraint";
    }

    @Override
    public String object() {
        return table.qualified() + "." + name;
    }

    @Override
    public String summary() {
        return "validate constraint " + name + " on " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
