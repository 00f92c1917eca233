package dev.retort.command.tenant;

import dev.retort.RetortException;
import dev.retort.runtime.Standing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and where it stands.
 *
 * @param standing the rows of its version table, none at the base; the rest only where it was asked for
 * @param failure why nothing is known of it; null where something is
 */
public record Found(
        Tenant tenant, Standing standing, @Nullable RetortException failure) {

    /** A tenant of which nothing is known. */
    static Found failed(Tenant tenant, RetortException failure) {
        return new Found(tenant, atBase(), failure);
    }

    static Standing atBase() {
        return new Standing(new TreeSet<>(), List.of(), Map.of(), List.of());
    }

    /** The rows of its version table. */
    public SortedSet<String> rows() {
        return Collections.unmodifiableSortedSet(standing.rows());
    }
}
