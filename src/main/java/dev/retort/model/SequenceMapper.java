package dev.retort.model;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Maps sequences. */
final class SequenceMapper {

    private final Reading reading;

    SequenceMapper(Reading reading) {
        this.reading = reading;
    }

    Sequence map(org.hibernate.boot.model.relational.Sequence sequence) {
        ObjectName name = reading.names()
                .object(sequence.getName().getSchemaName(), sequence.getName().getSequenceName());
        String options = LineMembers.options(sequence);
        SequenceClauses clauses = SequenceClauses.parse(options == null ? "" : options);
        if (!clauses.unknown().isEmpty()) {
            reading.note(
                    "sequence-options",
                    name.display(),
                    "The options of sequence " + name.display() + " say '" + String.join(" ", clauses.unknown())
                            + "', which is left aside.",
                    LeftAside.cure("SEQUENCE", name, "…"));
        }
        return new Sequence(
                name,
                clauses.options().orElse(mapped(sequence.getInitialValue(), sequence.getIncrementSize())),
                owner(clauses.ownedBy(), name));
    }

    /** What Hibernate prints: a start beyond the default bound states that bound too ({@code SequenceSupport.startingValue}). */
    private static SequenceOptions mapped(long start, long increment) {
        Long min = increment > 0 && start <= 0 ? start : null;
        Long max = increment < 0 && start >= 0 ? start : null;
        return new SequenceOptions(null, start, increment, min, max, null, null);
    }

    private static @Nullable ColumnRef owner(@Nullable String ownedBy, ObjectName sequence) {
        if (ownedBy == null || ownedBy.lastIndexOf('.') < 0) {
            return null;
        }
        int dot = ownedBy.lastIndexOf('.');
        SqlNames table = SqlNames.of(ownedBy.substring(0, dot));
        ObjectName owner = table.namespace() == null ? sequence.sibling(table.name()) : table.object();
        return new ColumnRef(owner, SqlNames.unquote(ownedBy.substring(dot + 1).strip()));
    }
}
