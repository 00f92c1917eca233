package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table's primary key; the columns in the order of its index. */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferrability deferrability)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** A plain key. */
    public static PrimaryKey of(@Nullable String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey withName(@Nullable String newName) {
        return new PrimaryKey(newName, columns, include, deferrability);
    }

    public PrimaryKey withColumns(List<String> newColumns) {
        return new PrimaryKey(name, newColumns, include, deferrability);
    }
}
