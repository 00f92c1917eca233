package dev.retort.operation;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A column of an enum type.
 *
 * @param array whether it is an array of the type
 * @param defaultValue its default, which must leave while the type changes and come back after; null for none
 */
public record EnumUse(
        ColumnRef column, boolean array, @Nullable Expression defaultValue) {}
