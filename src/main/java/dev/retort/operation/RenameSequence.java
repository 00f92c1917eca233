package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames a sequence.
 */
public record RenameSequence(ObjectName from, ObjectName to) implements Operation {

    @Override
    public String kind() {
        return "rename_sequence";
    }

    @Override
    public String object() {
        return from.qualified();
    }

    @Override
    public String summary() {
        return "rename sequence " + from.display() + " to " + to.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
