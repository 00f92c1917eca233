package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds out what each rename means: the object of the one side that goes by the old name, and that of the other that goes by the new one. */
final class RenameResolver {

    private final Schema from;
    private final Schema to;
    private final NameMap names = new NameMap();
    private final List<Operation> operations = new ArrayList<>();

    private RenameResolver(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Resolves the renames and applies them.
     *
     * @throws UsageException if one fits nothing
     */
    static Renamed apply(Schema from, Schema to, Renames renames) {
        if (renames.isEmpty()) {
            return new Renamed(from, List.of(), OldNames.SAME);
        }
        RenameResolver resolver = new RenameResolver(from, to);
        List<RenameSpec> parts = new ArrayList<>();
        Map<ObjectName, ObjectName> tables = new HashMap<>();
        for (RenameSpec spec : renames.specs()) {
            if (!resolver.whole(spec, tables)) {
                parts.add(spec);
            }
        }
        resolver.tables(tables, renames);
        parts.forEach(resolver::part);
        Schema renamed = SchemaRenamer.rename(from, resolver.names);
        return new Renamed(renamed, resolver.operations, new OldNames(resolver.names, renamed));
    }

    /** A schema under its new names, the operations that give it these names, and the names from before. */
    record Renamed(Schema schema, List<Operation> operations, OldNames old) {}

    /** Whether the rename is of a table, sequence or type. */
    private boolean whole(RenameSpec spec, Map<ObjectName, ObjectName> tables) {
        if (spec.from().size() > 2) {
            return false;
        }
        ObjectName old = name(spec.from());
        ObjectName fresh = spec.to().size() == 1 ? old.sibling(spec.to().get(0)) : name(spec.to());
        if (from.tables().containsKey(old)) {
            fits(spec, "table", old, fresh, from.tables().keySet(), to.tables().keySet());
            tables.put(old, fresh);
            return true;
        } else if (from.sequences().containsKey(old)) {
            fits(
                    spec,
                    "sequence",
                    old,
                    fresh,
                    from.sequences().keySet(),
                    to.sequences().keySet());
            names.sequences.put(old, fresh);
            operations.add(new RenameSequence(old, fresh));
            return true;
        }
        for (Function<Schema, Set<ObjectName>> kind : List.<Function<Schema, Set<ObjectName>>>of(
                s -> s.enums().keySet(), s -> s.composites().keySet(), s -> s.domains()
                        .keySet())) {
            if (kind.apply(from).contains(old)) {
                fits(spec, "type", old, fresh, kind.apply(from), kind.apply(to));
                names.types.put(old, fresh);
                operations.add(new RenameType(old, fresh));
                return true;
            }
        }
        if (spec.from().size() == 1 || spec.to().size() == 2) {
            throw unknown(spec, "There is no table, sequence or type " + old.display() + ".", dropped());
        }
        return false;
    }

    /** A name that another rename frees is taken after that one. */
    private void tables(Map<ObjectName, ObjectName> tables, Renames renames) {
        Map<ObjectName, ObjectName> open = new TreeMap<>(tables);
        while (!open.isEmpty()) {
            Map.Entry<ObjectName, ObjectName> next = open.entrySet().stream()
                    .filter(e -> !open.containsKey(e.getValue()))
                    .map(Map.Entry::copyOf)
                    .findFirst()
                    .orElseThrow(() -> unknown(
                            renames.specs().get(0), "The renames of tables go in a circle.", new ArrayList<>()));
            operations.add(new RenameTable(next.getKey(), next.getValue()));
            open.remove(next.getKey());
        }
        names.tables.putAll(tables);
    }

    private void part(RenameSpec spec) {
        List<String> path = spec.from();
        ObjectName owner = name(path.subList(0, path.size() - 1));
        String old = path.get(path.size() - 1);
        String fresh = spec.to().get(0);
        ObjectName typeName = oldName(owner, from.enums().keySet(), names.types);
        EnumType type = from.enums().get(typeName);
        if (type != null && type.labels().contains(old)) {
            ObjectName typeNow = names.types.getOrDefault(typeName, typeName);
            EnumType target = to.enums().get(typeNow);
            boolean fits = target != null
                    && target.labels().contains(fresh)
                    && !target.labels().contains(old);
            require(fits && !type.labels().contains(fresh), spec, target == null ? List.of() : target.labels());
            NameMap.put(names.labels, typeName, old, fresh);
            operations.add(new RenameEnumValue(typeNow, old, fresh));
            return;
        }
        ObjectName before = oldName(owner, from.tables().keySet(), names.tables);
        Table table = from.tables().get(before);
        ObjectName now = names.table(before);
        Table target = to.tables().get(now);
        if (table == null || target == null) {
            throw unknown(spec, "There is no table " + owner.display() + " on both sides.", dropped());
        }
        List<Function<Table, List<String>>> kinds =
                List.of(PartNames::columns, PartNames::constraints, PartNames::indexes);
        for (int kind = 0; kind < kinds.size(); kind++) {
            List<String> is = kinds.get(kind).apply(table);
            List<String> shall = kinds.get(kind).apply(target);
            if (is.contains(old)) {
                require(shall.contains(fresh) && !shall.contains(old) && !is.contains(fresh), spec, free(is, shall));
                renamePart(kind, before, now, old, fresh);
                return;
            }
        }
        throw unknown(
                spec,
                table.name().display() + " has no column, constraint or index " + old + ".",
                new ArrayList<>(free(PartNames.columns(target), PartNames.columns(table))));
    }

    private void renamePart(int kind, ObjectName before, ObjectName now, String old, String fresh) {
        if (kind == 0) {
            NameMap.put(names.columns, before, old, fresh);
            operations.add(new RenameColumn(now, old, fresh));
        } else if (kind == 1) {
            NameMap.put(names.constraints, before, old, fresh);
            operations.add(new RenameConstraint(now, old, fresh));
        } else {
            NameMap.put(names.indexes, before, old, fresh);
            operations.add(new RenameIndex(now.sibling(old), fresh));
        }
    }

    /** The name that a table or type has now; a rename may go by the old name or the new one. */
    private static ObjectName oldName(ObjectName owner, Set<ObjectName> is, Map<ObjectName, ObjectName> renamed) {
        if (is.contains(owner) && !renamed.containsValue(owner)) {
            return owner;
        }
        return renamed.entrySet().stream()
                .filter(e -> e.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(owner);
    }

    private static List<String> free(List<String> is, List<String> shall) {
        return shall.stream().filter(n -> !is.contains(n)).toList();
    }

    private void fits(
            RenameSpec spec, String kind, ObjectName old, ObjectName fresh, Set<ObjectName> is, Set<ObjectName> shall) {
        List<String> candidates = shall.stream()
                .filter(n -> !is.contains(n))
                .map(ObjectName::display)
                .toList();
        boolean freed = !is.contains(fresh) || !shall.contains(old);
        if (!shall.contains(fresh) || (shall.contains(old) && is.contains(fresh)) || !freed) {
            throw unknown(spec, "The other side has no new " + kind + " " + fresh.display() + ".", candidates);
        }
    }

    private static void require(boolean fits, RenameSpec spec, List<String> candidates) {
        if (!fits) {
            throw unknown(
                    spec,
                    "The old name must be gone on the other side, and the new name must be new there.",
                    candidates);
        }
    }

    private List<String> dropped() {
        return from.tables().keySet().stream()
                .filter(n -> !to.tables().containsKey(n))
                .map(ObjectName::display)
                .toList();
    }

    private static UsageException unknown(RenameSpec spec, String why, List<String> candidates) {
        return new UsageException(
                "the rename '" + spec.display() + "' fits nothing",
                why,
                candidates.isEmpty()
                        ? "Leave it out: there is no candidate."
                        : "Candidates: " + String.join(", ", candidates));
    }

    private static ObjectName name(List<String> path) {
        return path.size() == 1 ? ObjectName.of(path.get(0)) : new ObjectName(path.get(0), path.get(1));
    }
}
