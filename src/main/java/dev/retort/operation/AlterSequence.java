package dev.retort.operation;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sequence.
 *
 * @param options the options that change, the others not stated
 * @param owner the new owner; null leaves it as it is
 */
public record AlterSequence(
        ObjectName sequence,
        SequenceOptions options,
        @Nullable SequenceOwner owner) implements Operation {

    @Override
    public String kind() {
        return "alter_sequence";
    }

    @Override
    public String object() {
        return sequence.qualified();
    }

    @Override
    public String summary() {
        return "alter sequence " + sequence.display() + OptionWords.of(options, owner);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
