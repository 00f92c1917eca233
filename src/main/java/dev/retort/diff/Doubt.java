package dev.retort.diff;

import dev.retort.operation.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A warning with what is known of its cause.
 *
 * @param warning what is said
 * @param rows finds the rows that stand in the way; null where none can be asked for
 * @param gap what an answer would settle; null for nothing
 */
public record Doubt(
        Warning warning,
        @Nullable RowQuestion rows,
        @Nullable Gap gap) {}
