package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames an index.
 */
public record RenameIndex(ObjectName from, String to) implements Operation {

    @Override
    public String kind() {
        return "rename_index";
    }

    @Override
    public String object() {
        return from.qualified();
    }

    @Override
    public String summary() {
        return "rename index " + from.display() + " to " + to;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
