package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table's primary key; the columns in the order of its index.
 *
 * @param withoutOverlaps whether the last column is a range whose values must not overlap for equal others, from PostgreSQL 18
 */
public record PrimaryKey(
        @Nullable String name,
        List<String> columns,
        List<String> include,
        Deferrability deferrability,
        boolean withoutOverlaps)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** A key of equal values. */
    public PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferrability deferrability) {
        this(name, columns, include, deferrability, false);
    }

    /** A plain key. */
    public static PrimaryKey of(@Nullable String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey withName(@Nullable String newName) {
        return new PrimaryKey(newName, columns, include, deferrability, withoutOverlaps);
    }

    public PrimaryKey withColumns(List<String> newColumns) {
        return new PrimaryKey(name, newColumns, include, deferrability, withoutOverlaps);
    }

    public PrimaryKey withInclude(List<String> newInclude) {
        return new PrimaryKey(name, columns, newInclude, deferrability, withoutOverlaps);
    }

    public PrimaryKey withDeferrability(Deferrability newDeferrability) {
        return new PrimaryKey(name, columns, include, newDeferrability, withoutOverlaps);
    }

    public PrimaryKey withWithoutOverlaps(boolean newWithoutOverlaps) {
        return new PrimaryKey(name, columns, include, deferrability, newWithoutOverlaps);
    }
}
