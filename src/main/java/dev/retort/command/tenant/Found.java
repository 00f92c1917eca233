package dev.retort.command.tenant;

import dev.retort.RetortException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and where it stands.
 *
 * @param rows the rows of its version table; none at the base
 * @param failure why nothing is known of it; null where something is
 */
public record Found(
        Tenant tenant, SortedSet<String> rows, @Nullable RetortException failure) {

    public Found {
        rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
    }

    /** A tenant of which nothing is known. */
    static Found failed(Tenant tenant, RetortException failure) {
        return new Found(tenant, new TreeSet<>(), failure);
    }
}
