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
 * @param validated false for one added {@code NOT VALID} and never validated since
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
        boolean validated)
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
        return copy(newName, columns, target, targetColumns, onDelete, onUpdate, deferrability, validated);
    }

    public ForeignKey withColumns(List<String> newColumns) {
        return copy(name, newColumns, target, targetColumns, onDelete, onUpdate, deferrability, validated);
    }

    public ForeignKey withTarget(ObjectName newTarget, List<String> newTargetColumns) {
        return copy(name, columns, newTarget, newTargetColumns, onDelete, onUpdate, deferrability, validated);
    }

    public ForeignKey withOnDelete(Action action) {
        return copy(name, columns, target, targetColumns, action, onUpdate, deferrability, validated);
    }

    public ForeignKey withOnUpdate(Action action) {
        return copy(name, columns, target, targetColumns, onDelete, action, deferrability, validated);
    }

    public ForeignKey withDeferrability(Deferrability newDeferrability) {
        return copy(name, columns, target, targetColumns, onDelete, onUpdate, newDeferrability, validated);
    }

    public ForeignKey withValidated(boolean newValidated) {
        return copy(name, columns, target, targetColumns, onDelete, onUpdate, deferrability, newValidated);
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
                validated);
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
                validated);
    }

    private ForeignKey copy(
            @Nullable String newName,
            List<String> newColumns,
            ObjectName newTarget,
            List<String> newTargetColumns,
            Action newOnDelete,
            Action newOnUpdate,
            Deferrability newDeferrability,
            boolean newValidated) {
        return new ForeignKey(
                newName,
                newColumns,
                newTarget,
                newTargetColumns,
                newOnDelete,
                newOnUpdate,
                setColumns,
                matchFull,
                newDeferrability,
                newValidated);
    }
}
