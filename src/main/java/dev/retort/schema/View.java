package dev.retort.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query the defining query as the server prints it ({@code pg_get_viewdef}), or as the model states it until the server has printed it
 * @param uses the columns that it reads, from {@code pg_depend}; not part of what the view is, so not compared
 * @param indexes the indexes of a materialized view; they are no part of what makes two views equal
 * @param usesRelations the tables and views that it reads, likewise not compared
 */
public record View(
        ObjectName name,
        String query,
        boolean materialized,
        SortedSet<ColumnRef> uses,
        SortedSet<ObjectName> usesRelations,
        List<Index> indexes) {

    public View {
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        usesRelations = Collections.unmodifiableSortedSet(new TreeSet<>(usesRelations));
        indexes = List.copyOf(indexes);
    }

    /** A view without indexes. */
    public View(
            ObjectName name,
            String query,
            boolean materialized,
            SortedSet<ColumnRef> uses,
            SortedSet<ObjectName> usesRelations) {
        this(name, query, materialized, uses, usesRelations, List.of());
    }

    public View withIndexes(List<Index> newIndexes) {
        return new View(name, query, materialized, uses, usesRelations, newIndexes);
    }

    /** A view whose dependencies are not known. */
    public static View of(ObjectName name, String query) {
        return new View(name, query, false, new TreeSet<>(), new TreeSet<>());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof View that
                && name.equals(that.name)
                && query.equals(that.query)
                && materialized == that.materialized;
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + query.hashCode();
    }
}
