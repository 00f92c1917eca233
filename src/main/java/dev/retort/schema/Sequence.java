package dev.retort.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence; one that belongs to an identity column is part of the column and not listed.
 *
 * @param ownedBy the column it is dropped with; null for none. A model states none, and takes what the database has
 */
public record Sequence(
        ObjectName name, SequenceOptions options, @Nullable ColumnRef ownedBy) {

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
    }

    public Sequence withOptions(SequenceOptions newOptions) {
        return new Sequence(name, newOptions, ownedBy);
    }

    public Sequence withOwnedBy(@Nullable ColumnRef newOwner) {
        return new Sequence(name, options, newOwner);
    }

    public Sequence withName(ObjectName newName) {
        return new Sequence(newName, options, ownedBy);
    }
}
