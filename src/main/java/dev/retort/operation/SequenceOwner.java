package dev.retort.operation;

import dev.retort.schema.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * Whom a sequence belongs to.
 *
 * @param column the owning column; null for {@code OWNED BY NONE}
 */
public record SequenceOwner(@Nullable ColumnRef column) {}
