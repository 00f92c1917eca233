package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Map;
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
        return diff(from, to, renames, Map.of(), Map.of());
    }

    /**
     * The same, where somebody said what becomes of values that leave an enum type, and the model what sequences are for.
     *
     * @param swaps by the type's new name, the values that leave and those that take their places
     * @param counted the keys that are known to be counted with a sequence, by the sequence
     */
    static Difference diff(
            Schema from,
            Schema to,
            Renames renames,
            Map<ObjectName, Map<String, String>> swaps,
            Map<ObjectName, Set<ColumnRef>> counted) {
        PartitionPlaces places = PartitionPlaces.find(from, to);
        RenameResolver.Renamed renamed = RenameResolver.apply(places.from(), places.to(), renames);
        Changes changes = new Changes(renamed.old());
        places.tell(changes);
        renamed.operations().forEach(o -> changes.add(Phase.RENAME, o));
        InheritedParts inherited = InheritedParts.find(renamed.schema(), places.to());
        Schema now = inherited.from();
        Schema then = inherited.to();
        Sides sides =
                new Sides(now, then, ImpactFinder.find(now, then, swaps), Serial.find(now, then), changes, counted);
        sides.impact().alone.addAll(inherited.alone());
        sides.impact().inherits = inherited.isAny();
        NamespaceDiffer.diff(sides);
        SequenceDiffer.diff(sides);
        HeldNames.diff(sides);
        EnumDiffer.diff(sides);
        TypeDiffer.diff(sides);
        EnumDiffer.dropped(sides);
        CastDiffer.diff(sides);
        Set<ObjectName> changedTables = TableDiffer.diff(sides);
        inherited.finish(sides);
        InheritedDefaults.diff(sides);
        PartitionConstraints.diff(sides);
        SequenceStart.diff(sides);
        Set<ObjectName> anew = ViewDiffer.diff(sides);
        Sides rest = ObjectDiffer.diff(sides, anew);
        Map<Extra, String> off = AttachedDiffer.diff(rest, anew);
        ColumnOptions.diff(sides);
        IndexOptions.diff(sides);
        ExtraDiffer.diff(rest, changedTables, off);
        TypeUses.diff(rest);
        FunctionUses.diff(sides);
        OutsideHolders.diff(sides);
        RowTypes.diff(sides);
        CommentDiffer.diff(sides);
        LostGrants.diff(sides);
        return changes.difference();
    }
}
