package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint; {@code NULLS NOT DISTINCT} exists from PostgreSQL 15.
 *
 * @param withoutOverlaps whether the last column is a range whose values must not overlap for equal others, from PostgreSQL 18
 */
public record Unique(
        @Nullable String name,
        List<String> columns,
        boolean nullsNotDistinct,
        List<String> include,
        Deferrability deferrability,
        boolean withoutOverlaps)
        implements Constraint {

    public Unique {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** A constraint on equal values. */
    public Unique(
            @Nullable String name,
            List<String> columns,
            boolean nullsNotDistinct,
            List<String> include,
            Deferrability deferrability) {
        this(name, columns, nullsNotDistinct, include, deferrability, false);
    }

    /** A plain unique constraint. */
    public static Unique of(@Nullable String name, List<String> columns) {
        return new Unique(name, columns, false, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public Unique withName(@Nullable String newName) {
        return new Unique(newName, columns, nullsNotDistinct, include, deferrability, withoutOverlaps);
    }

    public Unique withColumns(List<String> newColumns) {
        return new Unique(name, newColumns, nullsNotDistinct, include, deferrability, withoutOverlaps);
    }

    public Unique withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Unique(name, columns, newNullsNotDistinct, include, deferrability, withoutOverlaps);
    }

    public Unique withInclude(List<String> newInclude) {
        return new Unique(name, columns, nullsNotDistinct, newInclude, deferrability, withoutOverlaps);
    }

    public Unique withDeferrability(Deferrability newDeferrability) {
        return new Unique(name, columns, nullsNotDistinct, include, newDeferrability, withoutOverlaps);
    }

    public Unique withWithoutOverlaps(boolean newWithoutOverlaps) {
        return new Unique(name, columns, nullsNotDistinct, include, deferrability, newWithoutOverlaps);
    }
}
