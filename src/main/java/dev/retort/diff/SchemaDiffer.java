package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Set;

/**
 * Two schemas in, ordered operations and warnings out. Both sides are fully stated, see {@link Completion}, and are compared by plain equality: what has
 * several spellings is brought into one by whoever reads it.
 */
public final class SchemaDiffer {

    private SchemaDiffer() {}

    /**
     * The operations that lead from one schema to the other, in the order in which they run, and what has to be said about them.
     *
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public static Difference diff(Schema from, Schema to, Renames renames) {
        RenameResolver.Renamed renamed = RenameResolver.apply(from, to, renames);
        Changes changes = new Changes(renamed.old());
        renamed.operations().forEach(o -> changes.add(Phase.RENAME, o));
        Schema now = renamed.schema();
        Sides sides = new Sides(now, to, ImpactFinder.find(now, to), Serial.find(now, to), changes);
        NamespaceDiffer.diff(sides);
        SequenceDiffer.diff(sides);
        EnumDiffer.diff(sides);
        TypeDiffer.diff(sides);
        EnumDiffer.dropped(sides);
        CastDiffer.diff(sides);
        Set<ObjectName> changedTables = TableDiffer.diff(sides);
        ViewDiffer.diff(sides);
        ExtraDiffer.diff(sides, changedTables);
        CommentDiffer.diff(sides);
        return changes.difference();
    }
}
