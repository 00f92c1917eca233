package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param validated false for one added {@code NOT VALID} and never validated since
 */
public record Check(@Nullable String name, Expression expression, boolean noInherit, boolean validated)
        implements Constraint {

    /** A plain, valid check. */
    public static Check of(@Nullable String name, String sql) {
        return new Check(name, Expression.of(sql), false, true);
    }

    @Override
    public Check withName(@Nullable String newName) {
        return new Check(newName, expression, noInherit, validated);
    }

    public Check withExpression(Expression newExpression) {
        return new Check(name, newExpression, noInherit, validated);
    }

    public Check withValidated(boolean newValidated) {
        return new Check(name, expression, noInherit, newValidated);
    }
}
