package dev.retort.migration;

import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameSequence;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Indexes and sequences. */
abstract class IndexOperations extends ConstraintOperations {

    IndexOperations(Sink sink) {
        super(sink);
    }

    /**
     * Creates an index; {@code .on(table, keys…)} follows.
     *
     * @param name the name alone, as an index lives where its table does; null lets PostgreSQL choose
     */
    public IndexSpec createIndex(@Nullable String name) {
        IndexSpec spec = new IndexSpec(name);
        return say(spec, spec::operation);
    }

    /** Drops an index. */
    public DropIndexSpec dropIndex(String name) {
        DropIndexSpec spec = new DropIndexSpec(Spelling.name(name));
        return say(spec, spec::operation);
    }

    /**
     * Renames an index.
     *
     * @param to the new name, without a namespace
     */
    public void renameIndex(String from, String to) {
        say(new RenameIndex(Spelling.name(from), to));
    }

    /** Creates a sequence. */
    public SequenceSpec createSequence(String name) {
        ObjectName sequence = Spelling.name(name);
        SequenceSpec spec = new SequenceSpec();
        return say(spec, () -> new CreateSequence(sequence, spec.stated().withDefaults(SqlType.builtin("bigint"))));
    }

    /** Creates a sequence that is not written to the log, and starts over after a crash; from PostgreSQL 15. */
    public SequenceSpec createUnloggedSequence(String name) {
        ObjectName sequence = Spelling.name(name);
        SequenceSpec spec = new SequenceSpec();
        return say(
                spec, () -> new CreateSequence(sequence, spec.stated().withDefaults(SqlType.builtin("bigint")), true));
    }

    /** Changes a sequence. */
    public AlterSequenceSpec alterSequence(String name) {
        AlterSequenceSpec spec = new AlterSequenceSpec(Spelling.name(name));
        return say(spec, spec::operation);
    }

    /** Drops a sequence with its value. */
    public void dropSequence(String name) {
        say(new DropSequence(Spelling.name(name)));
    }

    /** Renames a sequence, or moves it to another PostgreSQL schema, or both. */
    public void renameSequence(String from, String to) {
        say(new RenameSequence(Spelling.name(from), Spelling.name(to)));
    }
}
