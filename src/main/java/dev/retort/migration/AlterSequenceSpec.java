package dev.retort.migration;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.SequenceOwner;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/** Changes of a sequence. */
public final class AlterSequenceSpec extends SequenceSettings<AlterSequenceSpec> {

    private final ObjectName sequence;
    private @Nullable SequenceOwner owner;
    private @Nullable Long restart;
    private @Nullable Boolean unlogged;

    AlterSequenceSpec(ObjectName sequence) {
        this.sequence = sequence;
    }

    /** It goes when the column goes. */
    public AlterSequenceSpec ownedBy(String table, String column) {
        open();
        owner = new SequenceOwner(new ColumnRef(Spelling.name(table), column));
        return this;
    }

    /** It stays when its column goes. */
    public AlterSequenceSpec ownedByNone() {
        open();
        owner = new SequenceOwner(null);
        return this;
    }

    /** The next value it gives, whatever it gave before. */
    public AlterSequenceSpec restart(long value) {
        open();
        restart = value;
        return this;
    }

    /** Is not written to the log, and starts over after a crash; from PostgreSQL 15. */
    public AlterSequenceSpec unlogged() {
        open();
        unlogged = true;
        return this;
    }

    /** Is written to the log; from PostgreSQL 15. */
    public AlterSequenceSpec logged() {
        open();
        unlogged = false;
        return this;
    }

    @Override
    AlterSequenceSpec self() {
        return this;
    }

    AlterSequence operation() {
        return new AlterSequence(sequence, stated(), owner, restart, unlogged);
    }
}
