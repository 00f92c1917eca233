package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique constraint; {@code NULLS NOT DISTINCT} exists from PostgreSQL 15. */
public record Unique(
        @Nullable String name,
        List<String> columns,
        boolean nullsNotDistinct,
        List<String> include,
        Deferrability deferrability)
        implements Constraint {

    public Unique {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** A plain unique constraint. */
    public static Unique of(@Nullable String name, List<String> columns) {
        return new Unique(name, columns, false, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public Unique withName(@Nullable String newName) {
        return new Unique(newName, columns, nullsNotDistinct, include, deferrability);
    }

    public Unique withColumns(List<String> newColumns) {
        return new Unique(name, newColumns, nullsNotDistinct, include, deferrability);
    }
}
