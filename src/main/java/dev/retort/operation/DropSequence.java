package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a sequence with its value.
 */
public record DropSequence(ObjectName sequence) implements Operation {

    @Override
    public String kind() {
        return "drop_sequence";
    }

    @Override
    public String object() {
        return sequence.qualified();
    }

    @Override
    public String summary() {
        return "drop sequence " + sequence.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
