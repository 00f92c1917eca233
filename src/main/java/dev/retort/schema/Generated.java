package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * What computes a generated column.
 *
 * @param expression the expression, over columns of the same row
 * @param stored whether it is stored; virtual ones exist from PostgreSQL 18; null where the model leaves it open
 */
public record Generated(Expression expression, @Nullable Boolean stored) {

    /** Whether it is computed when it is read. What is left open is stored, as every server can do that. */
    public boolean virtual() {
        return Boolean.FALSE.equals(stored);
    }

    public Generated withStored(@Nullable Boolean newStored) {
        return new Generated(expression, newStored);
    }
}
