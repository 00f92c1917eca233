package dev.retort.diff;

import dev.retort.operation.DropComposite;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions and casts that have a type which goes, or is made anew: PostgreSQL drops no type while they stand, and no operation takes them away, because
 * what a function does cannot be stated.
 */
final class TypeUses {

    private TypeUses() {}

    /** An error for each. */
    static void diff(Sides sides) {
        List<Extra> uses = sides.from().extras().stream()
                .filter(extra -> extra.kind() == Extra.Kind.TYPE_USE)
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        Set<ObjectName> going = new HashSet<>(sides.impact().replacedTypes);
        sides.changes().difference().operations().forEach(operation -> add(operation, going));
        for (Extra use : uses) {
            ObjectName type = use.table();
            // Functions over a type that is made anew come again with it, see ReplacedFunctions.
            boolean comesAgain = type != null
                    && sides.impact().isReplaced(type)
                    && !use.definition().startsWith("CAST ");
            if (type != null && going.contains(type) && !comesAgain && !goesBefore(use, sides)) {
                sides.changes()
                        .warn(
                                UnmanagedReference.RULE,
                                Warning.Level.ERROR,
                                List.of(type.qualified(), use.name().name()),
                                use.name().name() + " has the type " + type.display()
                                        + ", which goes or is made anew: that fails while it stands",
                                "Before it run `DROP " + use.definition() + "`, and create it again after it");
            }
        }
    }

    /** Whether it is under management, and dropped as well. */
    private static boolean goesBefore(Extra use, Sides sides) {
        return sides.changes().difference().operations().stream()
                .anyMatch(operation -> operation instanceof DropObject drop
                        && use.definition().equalsIgnoreCase(dropped(drop.target())));
    }

    private static String dropped(SqlObject object) {
        ObjectName bare = object.bareName();
        String name =
                ReservedWords.quote(bare.namespace()) + "." + ReservedWords.quote(bare.name()) + object.argumentTypes();
        return switch (object.kind()) {
            case CAST -> "CAST (" + object.name().name() + ")";
            case AGGREGATE -> "AGGREGATE " + name;
            default -> "ROUTINE " + name;
        };
    }

    private static void add(Operation operation, Set<ObjectName> going) {
        if (operation instanceof ReplaceEnum replace) {
            going.add(replace.type().name());
        } else if (operation instanceof DropEnum drop) {
            going.add(drop.type());
        } else if (operation instanceof DropComposite drop) {
            going.add(drop.type());
        } else if (operation instanceof DropDomain drop) {
            going.add(drop.domain());
        } else if (operation instanceof DropTable drop) {
            going.add(drop.table());
        } else if (operation instanceof DropView drop) {
            going.add(drop.view());
        }
    }
}
