package dev.retort.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table is beyond its columns and constraints; a model states some of it, see {@code @Table(options)}.
 *
 * @param unlogged {@code UNLOGGED} ({@code pg_class.relpersistence} u)
 * @param storage storage parameters, such as {@code fillfactor=70}
 * @param partitionKey what follows {@code PARTITION BY}, such as {@code RANGE (at)}; empty for an ordinary table
 * @param inherits the parents of table inheritance, in order; partitions are not tables here
 */
public record TableOptions(
        boolean unlogged, SortedMap<String, String> storage, String partitionKey, List<ObjectName> inherits) {

    /** An ordinary table. */
    public static final TableOptions NONE = new TableOptions(false, new TreeMap<>(), "", List.of());

    public TableOptions {
        storage = Collections.unmodifiableSortedMap(new TreeMap<>(storage));
        inherits = List.copyOf(inherits);
    }

    /** The parameters of where long values are kept, {@code toast.…}; none of what is not stated. */
    public static SortedMap<String, String> toast(@Nullable TableOptions options) {
        // The character behind the dot ends the range of names that begin so.
        return options == null ? Collections.emptySortedMap() : options.storage.subMap("toast.", "toast/");
    }

    /** The same without {@link #toast}. */
    public TableOptions withoutToast() {
        SortedMap<String, String> left = new TreeMap<>(storage);
        left.subMap("toast.", "toast/").clear();
        return new TableOptions(unlogged, left, partitionKey, inherits);
    }
}
