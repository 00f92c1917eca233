package dev.retort.diff;

import dev.retort.schema.ObjectName;

/**
 * What an operation keeps others from until its transaction ends.
 *
 * @param relation the table, view or sequence, under the name that it has by then
 * @param who who waits for it
 * @param work what it reads or builds meanwhile
 * @param what the name of that, such as an index
 * @param told whether another warning says so
 */
record Lock(ObjectName relation, Who who, Work work, String what, boolean told) {

    /** Who waits for a lock, each with those before. */
    enum Who {
        NOBODY,
        /** {@code SHARE}, {@code SHARE ROW EXCLUSIVE}. */
        WRITERS,
        /** {@code ACCESS EXCLUSIVE}. */
        ALL;

        Who with(Who other) {
            return compareTo(other) < 0 ? other : this;
        }

        /** In words, in front of the names of tables. */
        String words() {
            return this == ALL ? "readers and writers of " : "writers of ";
        }
    }

    /** What takes as long as the table is large; the constants stand in the order in which they are told. */
    enum Work {
        /** The catalog alone changes. */
        NONE,
        BUILD,
        CHECK,
        FILL,
        REWRITE
    }

    /** A lock while the catalog changes, on the table that changes. */
    static Lock moment(ObjectName relation, Who who) {
        return new Lock(relation, who, Work.NONE, "", false);
    }

    /** A lock while rows are read. */
    static Lock work(ObjectName relation, Who who, Work work, String what) {
        return new Lock(relation, who, work, what, false);
    }

    /** A lock while every row is written, which a warning of its own says. */
    static Lock rewrite(ObjectName relation) {
        return new Lock(relation, Who.ALL, Work.REWRITE, "", true);
    }
}
