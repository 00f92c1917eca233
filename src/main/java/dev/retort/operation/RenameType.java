package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames an enum, composite or domain type.
 */
public record RenameType(ObjectName from, ObjectName to) implements Operation {

    @Override
    public String kind() {
        return "rename_type";
    }

    @Override
    public String object() {
        return from.qualified();
    }

    @Override
    public String summary() {
        return "rename type " + from.display() + " to " + to.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
