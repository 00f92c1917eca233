package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames a table, or moves it to another namespace, or both.
 */
public record RenameTable(ObjectName from, ObjectName to) implements Operation {

    @Override
    public String kind() {
        return "rename_table";
    }

    @Override
    public String object() {
        return from.qualified();
    }

    @Override
    public String summary() {
        return "rename table " + from.display() + " to " + to.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
