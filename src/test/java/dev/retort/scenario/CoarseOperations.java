package dev.retort.scenario;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.SetComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Operations in the coarse words of the scenarios; what another word already covers is optional. */
final class CoarseOperations {

    private final Schema from;
    private final Set<ObjectName> created = new HashSet<>();
    private final Set<ObjectName> dropped = new HashSet<>();
    private final Set<String> rebuilt = new HashSet<>();
    private final Set<ObjectName> newSequences = new HashSet<>();
    private final Set<ObjectName> rebuiltViews = new HashSet<>();

    /** What was done, in order. */
    final List<String> words = new ArrayList<>();

    /** What a scenario may name or leave to another word, in order. */
    final Set<String> optional = new HashSet<>();

    CoarseOperations(List<Operation> operations, Schema from) {
        this.from = from;
        Set<String> goneColumns = new HashSet<>();
        Set<ObjectName> goneViews = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                created.add(create.table().name());
            } else if (operation instanceof DropTable drop) {
                dropped.add(drop.table());
            } else if (operation instanceof DropColumn drop) {
                goneColumns.add(drop.object());
            } else if (operation instanceof AddColumn add && goneColumns.contains(add.object())) {
                rebuilt.add(add.object());
            } else if (operation instanceof CreateSequence create) {
                newSequences.add(create.sequence());
            } else if (operation instanceof DropView drop) {
                goneViews.add(drop.view());
            } else if (operation instanceof CreateView create
                    && goneViews.contains(create.view().name())) {
                rebuiltViews.add(create.view().name());
            }
        }
        operations.forEach(this::word);
    }

    private void word(Operation operation) {
        if (operation instanceof CreateNamespace create) {
            words.add("create_schema " + create.namespace());
        } else if (operation instanceof DropNamespace drop) {
            words.add("drop_schema " + drop.namespace());
        } else if (operation instanceof AlterColumn alter) {
            alter.changes().stream()
                    .map(ColumnChange::aspect)
                    .distinct()
                    .forEach(a -> words.add("alter_" + a + " " + alter.table().display() + "." + alter.column()));
        } else if (operation instanceof AddColumn add) {
            String column = add.table().display() + "." + add.column().name();
            words.add((rebuilt.contains(add.object()) ? "alter_generated " : "add_column ") + column);
        } else if (operation instanceof DropColumn drop) {
            if (!rebuilt.contains(drop.object())) {
                words.add("drop_column " + drop.table().display() + "." + drop.column());
            }
        } else if (operation instanceof AddConstraint add) {
            add("add_" + kind(add.constraint()) + " " + add.constraint().name(), created.contains(add.table()));
        } else if (operation instanceof DropConstraint drop) {
            add("drop_" + kind(constraint(drop)) + " " + drop.name(), dropped.contains(drop.table()));
        } else if (operation instanceof CreateIndex create) {
            words.add("create_index " + create.index().name());
        } else if (operation instanceof DropIndex drop) {
            words.add("drop_index " + drop.index().name());
        } else if (operation instanceof ValidateConstraint validate) {
            words.add("validate_constraint " + validate.name());
        } else if (operation instanceof AlterSequence alter) {
            boolean ownerOnly = alter.options().equals(SequenceOptions.UNSTATED);
            add("alter_sequence " + alter.sequence().display(), ownerOnly && newSequences.contains(alter.sequence()));
        } else if (operation instanceof SetComment comment) {
            words.add(comment(comment));
        } else if (operation instanceof AddEnumValue value) {
            words.add("add_enum_value " + value.type().display() + "." + value.value());
        } else if (operation instanceof DropView drop) {
            add("drop_view " + drop.view().display(), rebuiltViews.contains(drop.view()));
        } else if (operation instanceof CreateView create) {
            add(
                    "create_view " + create.view().name().display(),
                    rebuiltViews.contains(create.view().name()));
        } else {
            words.add(operation.kind() + " "
                    + ObjectName.parse(operation.object()).display());
        }
    }

    private void add(String word, boolean covered) {
        words.add(word);
        if (covered) {
            optional.add(word);
        }
    }

    private static String comment(SetComment comment) {
        CommentTarget target = comment.target();
        return switch (target.kind()) {
            case TABLE ->
                (comment.comment() == null ? "drop" : "set") + "_table_comment "
                        + target.name().display();
            case COLUMN -> "alter_comment " + target.name().display() + "." + target.part();
            default -> "set_comment " + target.name().display();
        };
    }

    private Constraint constraint(DropConstraint drop) {
        Table table = from.tables().get(drop.table());
        return table.constraints().stream()
                .filter(c -> drop.name().equals(c.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "pk";
        } else if (constraint instanceof Unique) {
            return "unique";
        } else if (constraint instanceof Check) {
            return "check";
        } else if (constraint instanceof ForeignKey) {
            return "fk";
        }
        return "exclude";
    }
}
