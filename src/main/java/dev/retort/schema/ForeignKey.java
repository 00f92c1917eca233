package dev.retort.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param targetColumns the referenced columns, one for each of {@code columns}
 * @param setColumns the columns of {@code ON DELETE SET NULL (…)} or {@code SET DEFAULT (…)}, from PostgreSQL 15; empty for all
 * @param matchFull {@code MATCH FULL}
 * @param validated false for one added {@code NOT VALID} and never validated since, and for one that is not enforced
 * @param period whether the last column is a range that ranges of the target have to cover, from PostgreSQL 18
 * @param enforced false for {@code NOT ENFORCED}, from PostgreSQL 18: it documents, and no row is looked at
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        List<String> setColumns,
        boolean matchFull,
        Deferrability deferrability,
        boolean validated,
        boolean period,
        boolean enforced)
        implements Constraint {

    /** What happens to referencing rows ({@code pg_constraint.confdeltype}, {@code confupdtype}). */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        setColumns = List.copyOf(setColumns);
        Objects.requireNonNull(target, "target");
        validated &= enforced;
    }

    /** An enforced key of equal values. */
    public ForeignKey(
            @Nullable String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate,
            List<String> setColumns,
            boolean matchFull,
            Deferrability deferrability,
            boolean validated) {
        this(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                false,
                true);
    }

    /** A plain foreign key without actions. */
    public static ForeignKey of(
            @Nullable String name, List<String> columns, ObjectName target, List<String> targetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                Action.NO_ACTION,
                Action.NO_ACTION,
                List.of(),
                false,
                Deferrability.NOT_DEFERRABLE,
                true);
    }

    @Override
    public ForeignKey withName(@Nullable String newName) {
        return new ForeignKey(
                newName,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withColumns(List<String> newColumns) {
        return new ForeignKey(
                name,
                newColumns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withTarget(ObjectName newTarget, List<String> newTargetColumns) {
        return new ForeignKey(
                name,
                columns,
                newTarget,
                newTargetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withOnDelete(Action action) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                action,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withOnUpdate(Action action) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                action,
                setColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withDeferrability(Deferrability newDeferrability) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                newDeferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withValidated(boolean newValidated) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                newValidated,
                period,
                enforced);
    }

    public ForeignKey withSetColumns(List<String> newSetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                newSetColumns,
                matchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withMatchFull(boolean newMatchFull) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                newMatchFull,
                deferrability,
                validated,
                period,
                enforced);
    }

    public ForeignKey withPeriod(boolean newPeriod) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                validated,
                newPeriod,
                enforced);
    }

    /** The key enforced or not; one that becomes enforced is valid. */
    public ForeignKey withEnforced(boolean newEnforced) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                setColumns,
                matchFull,
                deferrability,
                newEnforced,
                period,
                newEnforced);
    }
}
