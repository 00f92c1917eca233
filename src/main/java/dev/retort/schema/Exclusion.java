package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint.
 *
 * @param definition everything from {@code EXCLUDE} on, as {@code pg_get_constraintdef} prints it
 */
public record Exclusion(@Nullable String name, String definition) implements Constraint {

    @Override
    public Exclusion withName(@Nullable String newName) {
        return new Exclusion(newName, definition);
    }
}
