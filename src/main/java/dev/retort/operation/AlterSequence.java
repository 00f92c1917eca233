package dev.retort.operation;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sequence.
 *
 * @param options the options that change, the others not stated
 * @param owner the new owner; null leaves it as it is
 * @param restart the next value; null goes on from the last one, which must lie within the bounds
 * @param unlogged {@code SET UNLOGGED} or {@code SET LOGGED}, from PostgreSQL 15; null leaves it
 */
public record AlterSequence(
        ObjectName sequence,
        SequenceOptions options,
        @Nullable SequenceOwner owner,
        @Nullable Long restart,
        @Nullable Boolean unlogged)
        implements Operation {

    /** A change that goes on from the last value. */
    public AlterSequence(ObjectName sequence, SequenceOptions options, @Nullable SequenceOwner owner) {
        this(sequence, options, owner, null, null);
    }

    /** A change that leaves the sequence logged or unlogged as it is. */
    public AlterSequence(
            ObjectName sequence, SequenceOptions options, @Nullable SequenceOwner owner, @Nullable Long restart) {
        this(sequence, options, owner, restart, null);
    }

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
        return "alter sequence " + sequence.display() + ": " + words();
    }

    /** What changes, such as {@code increment 50}. */
    public String words() {
        return OptionWords.of(options, owner, unlogged);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
