package dev.retort.operation;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;

/**
 * Creates a sequence; its owner is set by {@link AlterSequence} once the column stands.
 *
 * @param unlogged {@code UNLOGGED}, from PostgreSQL 15
 */
public record CreateSequence(ObjectName sequence, SequenceOptions options, boolean unlogged) implements Operation {

    /** A logged sequence. */
    public CreateSequence(ObjectName sequence, SequenceOptions options) {
        this(sequence, options, false);
    }

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
        return (unlogged ? "create unlogged sequence " : "create sequence ") + sequence.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
