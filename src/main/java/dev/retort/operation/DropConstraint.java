package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a constraint.
 */
public record DropConstraint(ObjectName table, String name) implements Operation {

    @Override
    public String kind() {
        return "drop_constraint";
    }

    @Override
    public String object() {
        return table.qualified() + "." + name;
    }

    @Override
    public String summary() {
        return "drop constraint " + name + " on " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
