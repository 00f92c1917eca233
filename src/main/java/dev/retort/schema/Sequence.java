package dev.retort.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence; one that belongs to an identity column is part of the column and not listed.
 *
 * @param ownedBy the column it is dropped with; null for none. A model states none, and takes what the database has
 * @param unlogged {@code UNLOGGED}, from PostgreSQL 15; null where not stated, as models and older servers have it
 */
public record Sequence(
        ObjectName name,
        SequenceOptions options,
        @Nullable ColumnRef ownedBy,
        @Nullable Boolean unlogged) {

    /** A sequence that does not state whether it is logged. */
    public Sequence(ObjectName name, SequenceOptions options, @Nullable ColumnRef ownedBy) {
        this(name, options, ownedBy, null);
    }

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
    }

    public Sequence withOptions(SequenceOptions newOptions) {
        return new Sequence(name, newOptions, ownedBy, unlogged);
    }

    public Sequence withOwnedBy(@Nullable ColumnRef newOwner) {
        return new Sequence(name, options, newOwner, unlogged);
    }

    public Sequence withName(ObjectName newName) {
        return new Sequence(newName, options, ownedBy, unlogged);
    }

    public Sequence withUnlogged(@Nullable Boolean newUnlogged) {
        return new Sequence(name, options, ownedBy, newUnlogged);
    }
}
