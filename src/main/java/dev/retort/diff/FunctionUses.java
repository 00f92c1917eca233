package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameType;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls a function that goes, and stays itself: PostgreSQL drops no function while anything calls it. */
final class FunctionUses {

    private final Sides sides;
    private final List<Operation> operations;
    private final Set<String> executed = new HashSet<>();
    private final Set<SqlObject> objects = new HashSet<>();

    /** Tables, views and domains that go, or step aside to go. */
    private final Set<ObjectName> gone = new HashSet<>();

    private FunctionUses(Sides sides) {
        this.sides = sides;
        this.operations = sides.changes().difference().operations();
        for (Operation operation : operations) {
            if (operation instanceof Execute execute) {
                executed.add(execute.sql());
            } else if (operation instanceof DropObject drop) {
                objects.add(drop.target());
            } else if (operation instanceof DropTable drop) {
                gone.add(drop.table());
            } else if (operation instanceof DropView drop) {
                gone.add(drop.view());
            } else if (operation instanceof DropDomain drop) {
                gone.add(drop.domain());
            } else if (operation instanceof RenameType rename) {
                gone.add(rename.from());
            }
        }
    }

    /** An error for each. */
    static void diff(Sides sides) {
        List<Extra> uses = sides.from().extras().stream()
                .filter(extra -> extra.kind() == Extra.Kind.FUNCTION_USE)
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        FunctionUses functions = new FunctionUses(sides);
        for (Extra function : sides.from().extras()) {
            if (function.kind() == Extra.Kind.FUNCTION && functions.isDropped(function)) {
                uses.stream()
                        .filter(use -> use.name().equals(function.name()))
                        .map(Use::of)
                        .filter(use -> !functions.isGone(use))
                        .forEach(use -> functions.warn(function, use));
            }
        }
    }

    private boolean isDropped(Extra function) {
        return SqlObject.of(function).filter(objects::contains).isPresent()
                || executed.contains(Attached.dropRoutine(function));
    }

    /**
     * One of them.
     *
     * @param kind what it is
     * @param on the table, view or domain that it belongs to or is; the database's for what stands by itself
     * @param part its name there; for a function its name with the arguments, for anything else what stands behind {@code DROP}
     * @param words what the server calls it
     * @param routine what stands behind {@code DROP} for a function; empty for anything else
     */
    private record Use(String kind, ObjectName on, String part, String words, String routine) {

        static Use of(Extra extra) {
            String[] lines = extra.definition().split("\n", 4);
            return new Use(
                    lines[0],
                    extra.table() == null ? extra.name() : extra.table(),
                    lines[1],
                    lines[2],
                    lines.length > 3 ? lines[3] : "");
        }

        String drop() {
            String name = ReservedWords.quote(part);
            String table = SqlText.name(on);
            return switch (kind) {
                case "VIEW" -> "DROP VIEW " + table;
                case "MATERIALIZED_VIEW" -> "DROP MATERIALIZED VIEW " + table;
                case "DEFAULT" -> "ALTER TABLE " + table + " ALTER COLUMN " + name + " DROP DEFAULT";
                case "GENERATED" -> "ALTER TABLE " + table + " DROP COLUMN " + name;
                case "CONSTRAINT" -> "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
                case "INDEX" -> "DROP INDEX " + SqlText.name(on.sibling(part));
                case "DOMAIN_CONSTRAINT" -> "ALTER DOMAIN " + table + " DROP CONSTRAINT " + name;
                case "DOMAIN_DEFAULT" -> "ALTER DOMAIN " + table + " DROP DEFAULT";
                case "TRIGGER", "POLICY", "RULE" -> "DROP " + kind + " " + name + " ON " + table;
                default -> "DROP " + (routine.isEmpty() ? part : routine);
            };
        }
    }

    private boolean isGone(Use use) {
        return gone.contains(use.on())
                || executed.contains(use.drop())
                || switch (use.kind()) {
                    case "DEFAULT" -> isColumnGone(use) || changes(use, false);
                    case "GENERATED" -> isColumnGone(use) || changes(use, true);
                    case "CONSTRAINT", "INDEX" -> isConstraintGone(use);
                    case "DOMAIN_CONSTRAINT", "DOMAIN_DEFAULT" -> isDomainFree(use);
                    case "TRIGGER", "POLICY", "RULE", "STATISTICS", "FUNCTION", "OPERATOR", "TYPE", "CAST" ->
                        isTakenOff(use);
                    default -> false;
                };
    }

    private boolean isColumnGone(Use use) {
        return operations.stream()
                .anyMatch(o -> o instanceof DropColumn drop
                        && drop.table().equals(use.on())
                        && drop.column().equals(use.part()));
    }

    private boolean changes(Use use, boolean generated) {
        return operations.stream()
                .anyMatch(o -> o instanceof AlterColumn alter
                        && alter.table().equals(use.on())
                        && alter.column().equals(use.part())
                        && alter.changes().stream()
                                .anyMatch(c -> generated
                                        ? c instanceof ColumnChange.DropExpression
                                        : c instanceof ColumnChange.DropDefault
                                                || c instanceof ColumnChange.SetDefault));
    }

    private boolean isConstraintGone(Use use) {
        return operations.stream()
                .anyMatch(o -> (o instanceof DropConstraint drop
                                && drop.table().equals(use.on())
                                && drop.name().equals(use.part()))
                        || (o instanceof DropIndex index
                                && index.index().equals(use.on().sibling(use.part()))));
    }

    private boolean isDomainFree(Use use) {
        return operations.stream()
                .anyMatch(o -> o instanceof AlterDomain alter
                        && alter.domain().equals(use.on())
                        && alter.changes().stream()
                                .anyMatch(c -> use.kind().equals("DOMAIN_DEFAULT")
                                        ? c instanceof DomainChange.DropDefault || c instanceof DomainChange.SetDefault
                                        : c instanceof DomainChange.DropCheck drop
                                                && drop.name().equals(use.part())));
    }

    /** Whether it is dropped, or taken off for a while; a function may only get another body. */
    private boolean isTakenOff(Use use) {
        Optional<Extra> holder = sides.from().extras().stream()
                .filter(e -> e.kind().name().equals(use.kind()) && named(e, use))
                .findFirst();
        return holder.filter(e -> executed.contains(Attached.drop(e))
                        || (e.kind() == Extra.Kind.FUNCTION && executed.contains(Attached.dropRoutine(e)))
                        || SqlObject.of(e)
                                .filter(object -> objects.contains(object) || isReplaced(object))
                                .isPresent())
                .isPresent();
    }

    private boolean isReplaced(SqlObject object) {
        return operations.stream()
                .anyMatch(o -> o instanceof CreateObject create
                        && create.replaces()
                        && create.target().equals(object));
    }

    private void warn(Extra function, Use use) {
        String drop = use.drop();
        if (use.kind().equals("STATISTICS")) {
            drop = sides.from().extras().stream()
                    .filter(e -> e.kind() == Extra.Kind.STATISTICS && named(e, use))
                    .findFirst()
                    .map(Attached::drop)
                    .orElse(drop);
        }
        boolean again = ObjectDiffer.comesAnew(function, sides.from(), sides.to());
        sides.changes()
                .warn(
                        UnmanagedReference.RULE,
                        Warning.Level.ERROR,
                        List.of(function.name().qualified(), use.words()),
                        use.words() + " calls the function " + function.name().name() + ", which "
                                + (again ? "goes to come again" : "goes") + ": dropping it fails while that stands",
                        "Before the upgrade run `" + drop + "`"
                                + (again ? ", and create it again after it" : "")
                                + "; where the model or a revision made it, write `" + SqlText.call(drop)
                                + "` above the line that drops the function, or keep the function in the model");
    }

    private static boolean named(Extra extra, Use use) {
        String name = extra.name().name();
        if (extra.kind() == Extra.Kind.CAST) {
            return name.equals(use.part());
        }
        return extra.kind() == Extra.Kind.FUNCTION || ObjectPlaces.isDefined(extra)
                ? (extra.name().namespace() + "." + name).equals(use.part())
                : name.equals(use.part()) && use.on().equals(extra.table());
    }
}
