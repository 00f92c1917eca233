package dev.retort.hook;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a listener wants left as it is, by the things concerned: so that neither way of a revision keeps a half of it. */
final class LeftAlone {

    private final Set<Operation> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> things = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final Set<ObjectName> tables = new HashSet<>();

    void add(Operation operation) {
        chosen.add(operation);
        if (operation.object().isEmpty()) {
            return;
        }
        things.add(thing(operation));
        objects.add(operation.object());
        if (operation instanceof CreateTable || operation instanceof DropTable) {
            OnTable.of(operation).ifPresent(tables::add);
        }
    }

    boolean holds(Operation operation) {
        return chosen.contains(operation)
                || (!operation.object().isEmpty() && things.contains(thing(operation)))
                || OnTable.of(operation).filter(tables::contains).isPresent()
                || (operation instanceof AddConstraint add
                        && add.constraint() instanceof ForeignKey key
                        && tables.contains(key.target()));
    }

    /** Whether it says nothing else: of what may be a rename there is none any more when one side of it stays. */
    boolean isAbout(Warning warning) {
        return warning.rule().startsWith("possible-")
                ? warning.objects().stream().anyMatch(objects::contains)
                : !warning.objects().isEmpty() && objects.containsAll(warning.objects());
    }

    /** An object and what of it: a comment is another thing than the table that it is on. */
    private static String thing(Operation operation) {
        String kind = operation.kind();
        return kind.substring(kind.lastIndexOf('_') + 1) + " " + operation.object();
    }
}
