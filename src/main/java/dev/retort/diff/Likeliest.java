package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Of several that do the same, the one that the model means by what it leaves unnamed: one that a foreign key rests on, because it cannot go, then one of
 * the name that it would be given, then the first.
 */
final class Likeliest {

    private final Naming naming;
    private final Set<ObjectName> referenced;

    Likeliest(Naming naming, Set<ObjectName> referenced) {
        this.naming = naming;
        this.referenced = referenced;
    }

    boolean isReferenced(Table table, @Nullable String name) {
        return referenced.contains(table.name().sibling(String.valueOf(name)));
    }

    /** A table's unique constraints, the likeliest first where there are more than are wanted. */
    List<Unique> uniques(Table table, int wanted) {
        return table.uniques().size() <= wanted
                ? table.uniques()
                : sorted(table.uniques(), u -> isReferenced(table, u.name()), u -> new NameChooser(naming)
                        .unique(table.name(), u)
                        .equals(u.name()));
    }

    /** A table's indexes, the likeliest first where there are more than are wanted. */
    List<Index> indexes(Table table, int wanted) {
        return table.indexes().size() <= wanted
                ? table.indexes()
                : sorted(table.indexes(), i -> isReferenced(table, i.name()), i -> new NameChooser(naming)
                        .index(table.name(), i)
                        .equals(i.name()));
    }

    /** A table's foreign keys, the likeliest first where there are more than are wanted. */
    List<ForeignKey> foreignKeys(Table table, int wanted) {
        return table.foreignKeys().size() <= wanted
                ? table.foreignKeys()
                : sorted(table.foreignKeys(), k -> false, k -> new NameChooser(naming)
                        .foreignKey(table.name(), k)
                        .equals(k.name()));
    }

    private static <T> List<T> sorted(List<T> all, Predicate<T> holds, Predicate<T> named) {
        return all.stream()
                .sorted(Comparator.<T, Boolean>comparing(t -> !holds.test(t)).thenComparing(t -> !named.test(t)))
                .toList();
    }
}
