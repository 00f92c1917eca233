package dev.retort.diff;

import dev.retort.operation.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not settled: a warning with what is known of its cause, or what is worth a question alone.
 *
 * @param warning what is said; null where something is only asked
 * @param rows finds the rows that stand in the way; null where none can be asked for
 * @param gap what an answer would settle; null for nothing
 */
public record Doubt(
        @Nullable Warning warning,
        @Nullable RowQuestion rows,
        @Nullable Gap gap) {}
