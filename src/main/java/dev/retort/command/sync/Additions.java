package dev.retort.command.sync;

import dev.retort.command.compare.Comparison;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropCast;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.SetComment;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison parted into what only adds and the rest. What takes the place of something that would have to go first is no addition; what belongs to
 * something new, such as its comment, is one.
 *
 * @param made what only adds, in order
 * @param left what changes or drops, and what takes its place
 */
record Additions(List<Operation> made, List<Operation> left) {

    Additions {
        made = List.copyOf(made);
        left = List.copyOf(left);
    }

    static Additions of(Comparison comparison) {
        Set<String> leaving = new HashSet<>();
        comparison.up().forEach(operation -> leaving.add(leaving(operation)));
        Set<ObjectName> keyed = new HashSet<>();
        comparison.down().forEach(operation -> {
            if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey) {
                keyed.add(add.table());
            }
        });
        Set<ObjectName> fresh = new HashSet<>();
        List<Operation> made = new ArrayList<>();
        List<Operation> left = new ArrayList<>();
        boolean tableBefore = false;
        boolean sequenceBefore = false;
        for (Operation operation : comparison.up()) {
            // The first rows of a new table follow it, and so does the first value of a new sequence.
            boolean adds = operation instanceof Execute execute
                    ? tableBefore || (sequenceBefore && execute.sql().startsWith("SELECT setval("))
                    : adds(operation, leaving, keyed, fresh);
            (adds ? made : left).add(operation);
            sequenceBefore = adds && operation instanceof CreateSequence;
            tableBefore = adds && (operation instanceof CreateTable || operation instanceof Execute && tableBefore);
        }
        return new Additions(made, left);
    }

    private static boolean adds(
            Operation operation, Set<String> leaving, Set<ObjectName> keyed, Set<ObjectName> fresh) {
        if (operation instanceof SetComment comment) {
            return fresh.contains(comment.target().name());
        } else if (operation instanceof AlterSequence alter) {
            return fresh.contains(alter.sequence());
        } else if (operation instanceof AddConstraint add) {
            return !leaving.contains(coming(operation))
                    && !(add.constraint() instanceof PrimaryKey && keyed.contains(add.table()));
        }
        String coming = coming(operation);
        if (coming.isEmpty() || leaving.contains(coming)) {
            return false;
        }
        ObjectName name = name(operation);
        if (name != null) {
            fresh.add(name);
        }
        return true;
    }

    private static @Nullable ObjectName name(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().name();
        } else if (operation instanceof CreateSequence create) {
            return create.sequence();
        } else if (operation instanceof CreateView create) {
            return create.view().name();
        } else if (operation instanceof CreateEnum create) {
            return create.type().name();
        } else if (operation instanceof CreateComposite create) {
            return create.type().name();
        }
        if (operation instanceof CreateObject create) {
            return create.target().name();
        }
        return operation instanceof CreateDomain create ? create.domain().name() : null;
    }

    /** What comes to be, in words that are those of {@link #leaving} where it takes that one's place; empty for what is not an addition. */
    private static String coming(Operation operation) {
        if (operation instanceof CreateTable
                || operation instanceof CreateSequence
                || operation instanceof CreateView
                || operation instanceof CreateIndex) {
            return "relation " + operation.object();
        } else if (operation instanceof CreateEnum
                || operation instanceof CreateComposite
                || operation instanceof CreateDomain) {
            return "type " + operation.object();
        } else if (operation instanceof AddColumn) {
            return "column " + operation.object();
        } else if (operation instanceof AddConstraint) {
            return "constraint " + operation.object();
        } else if (operation instanceof CreateCast) {
            return "cast " + operation.object();
        } else if (operation instanceof CreateObject create) {
            return create.replaces() ? "" : object(create.target());
        }
        return operation instanceof CreateNamespace || operation instanceof AddEnumValue
                ? operation.kind() + " " + operation.object()
                : "";
    }

    private static String leaving(Operation operation) {
        if (operation instanceof DropObject drop) {
            return object(drop.target());
        } else if (operation instanceof DropColumn) {
            return "column " + operation.object();
        } else if (operation instanceof DropConstraint) {
            return "constraint " + operation.object();
        } else if (operation instanceof DropCast) {
            return "cast " + operation.object();
        } else if (operation instanceof DropIndex) {
            return "relation " + operation.object();
        }
        return switch (operation.kind()) {
            case "drop_table", "drop_sequence", "drop_view" -> "relation " + operation.object();
            case "drop_enum", "drop_type", "drop_domain" -> "type " + operation.object();
            default -> "";
        };
    }

    /** A function beside one of its name that has to go would be called where that was. */
    private static String object(SqlObject object) {
        return "object "
                + (object.argumentTypes().isEmpty()
                        ? object.qualified()
                        : object.bareName().qualified());
    }
}
