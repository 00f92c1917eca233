package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames a constraint.
 */
public record RenameConstraint(ObjectName table, String from, String to) implements Operation {

    @Override
    public String kind() {
        return "rename_constraint";
    }

    @Override
    public String object() {
        return table.qualified() + "." + from;
    }

    @Override
    public String summary() {
        return "rename constraint " + from + " to " + to + " on " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
