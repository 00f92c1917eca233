package dev.retort.operation;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;

/**
 * Creates a sequence; its owner is set by {@link AlterSequence} once the column stands.
 */
public record CreateSequence(ObjectName sequence, SequenceOptions options) implements Operation {

    @Override
    public String kind() {
        return "create_sequence";
    }

    @Override
    public String object() {
        return sequence.qualified();
    }

    @Override
    public String summary() {
        return "create sequence " + sequence.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
