package dev.retort.diff;

import dev.retort.schema.Schema;

/**
 * The two states of a comparison, for what is asked of them once their difference is known.
 *
 * @param from the first state
 * @param to the second state
 * @param renames what has another name in the second
 */
public record Compared(Schema from, Schema to, Renames renames) {

    /** Two states without anything in them. */
    public static final Compared NOTHING = new Compared(Schema.EMPTY, Schema.EMPTY, Renames.NONE);

    /** The other way round. */
    public Compared back() {
        return new Compared(to, from, renames.inverse());
    }

    /** The partitioned tables of both states. */
    public PartitionedTables partitioned() {
        return PartitionedTables.in(from, to);
    }
}
