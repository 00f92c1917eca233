package dev.retort.command.proof;

import dev.retort.schema.ColumnRef;
import java.util.List;

/**
 * A column that is there before and after a revision.
 *
 * @param before its place before
 * @param after its place after, which a rename changes
 * @param sameValues whether its values must read the same after; false where its type changes
 * @param parts the attributes of composites within it that must read the same, where not all of it must
 */
record KeptColumn(ColumnRef before, ColumnRef after, boolean sameValues, List<List<String>> parts) {

    KeptColumn {
        parts = List.copyOf(parts);
    }
}
