package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param validated false for one added {@code NOT VALID} and never validated since, and for one that is not enforced
 * @param enforced false for {@code NOT ENFORCED}, from PostgreSQL 18: it documents, and no row is looked at
 */
public record Check(
        @Nullable String name, Expression expression, boolean noInherit, boolean validated, boolean enforced)
        implements Constraint {

    public Check {
        validated &= enforced;
    }

    /** An enforced check. */
    public Check(@Nullable String name, Expression expression, boolean noInherit, boolean validated) {
        this(name, expression, noInherit, validated, true);
    }

    /** A plain, valid check. */
    public static Check of(@Nullable String name, String sql) {
        return new Check(name, Expression.of(sql), false, true);
    }

    @Override
    public Check withName(@Nullable String newName) {
        return new Check(newName, expression, noInherit, validated, enforced);
    }

    public Check withExpression(Expression newExpression) {
        return new Check(name, newExpression, noInherit, validated, enforced);
    }

    public Check withNoInherit(boolean newNoInherit) {
        return new Check(name, expression, newNoInherit, validated, enforced);
    }

    public Check withValidated(boolean newValidated) {
        return new Check(name, expression, noInherit, newValidated, enforced);
    }

    /** The check enforced or not; one that becomes enforced is valid. */
    public Check withEnforced(boolean newEnforced) {
        return new Check(name, expression, noInherit, newEnforced, newEnforced);
    }
}
