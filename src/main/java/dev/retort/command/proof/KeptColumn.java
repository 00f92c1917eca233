package dev.retort.command.proof;

import dev.retort.schema.ColumnRef;

/**
 * A column that is there before and after a revision.
 *
 * @param before its place before
 * @param after its place after, which a rename changes
 * @param sameValues whether its values must read the same after; false where its type changes
 */
record KeptColumn(ColumnRef before, ColumnRef after, boolean sameValues) {}
