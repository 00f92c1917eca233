package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Execute;
import dev.retort.operation.SetComment;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** The columns of a table; their order is never a difference. */
final class ColumnDiffer {

    private ColumnDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        dropped(pair, sides);
        for (Column shall : pair.to().columns()) {
            Column is = pair.fromColumns().get(shall.name());
            if (is == null) {
                added(pair, shall, sides);
            } else if (sides.impact().isRebuilt(table, shall.name())) {
                rebuilt(pair, is, shall, sides);
            } else if (!is.equals(shall)) {
                altered(pair, is, shall, sides);
            }
        }
        ColumnRenameHints.add(pair, sides);
    }

    /** Generated columns first: PostgreSQL does not drop what another column is computed from. */
    private static void dropped(TablePair pair, Sides sides) {
        boolean joined = Inheritance.isJoined(pair.name(), sides);
        for (boolean generated : List.of(true, false)) {
            for (Column is : pair.from().columns()) {
                if (!pair.toColumns().containsKey(is.name()) && (is.generated() != null) == generated) {
                    boolean first = generated && reads(is, pair, sides.impact());
                    Phase phase =
                            first ? Phase.DROP_COLUMN_FIRST : joined ? Phase.ALTER_TABLE_FIRST : Phase.DROP_COLUMN;
                    if (!sides.impact().alone.contains(new ColumnRef(pair.name(), is.name()))) {
                        sides.changes().add(phase(is, phase, sides.impact()), new DropColumn(pair.name(), is.name()));
                    }
                    if (!generated) {
                        LossWarnings.column(pair, is.name(), sides);
                        SoftDeletes.gone(pair, is, sides);
                        LargeObjects.dropped(pair.name(), is, sides.changes());
                    }
                }
            }
        }
    }

    /** When the column goes: a function that it calls and that is made anew waits for it. */
    private static Phase phase(Column is, Phase phase, Impact impact) {
        return is.generated() != null
                        && impact.restsOnReplaced(is.generated().expression().sql())
                ? Phase.DROP_COMPUTED_COLUMN
                : phase;
    }

    /** Whether the column is computed from one that is retyped or made anew, which PostgreSQL refuses while it is there. */
    private static boolean reads(Column generated, TablePair pair, Impact impact) {
        return generated.generated() != null
                && Identifiers.in(generated.generated().expression().sql()).stream()
                        .anyMatch(name -> impact.retyped.contains(new ColumnRef(pair.name(), name))
                                || impact.isRebuilt(pair.name(), name));
    }

    private static void added(TablePair pair, Column shall, Sides sides) {
        boolean late = shall.generated() != null || Inheritance.meetsAnother(pair.name(), shall, sides);
        Phase phase = late ? Phase.ADD_GENERATED_COLUMN : Phase.ADD_COLUMN;
        sides.changes().add(phase, new AddColumn(pair.name(), sides.serial().say(pair.name(), shall)));
        HeldNames.chosen(pair.name(), shall, sides.to().tables().keySet(), phase, sides);
        boolean filled = shall.defaultValue() != null || shall.identity() != null || shall.generated() != null;
        if (!shall.nullable() && !filled) {
            DataWarnings.required(pair, shall, sides);
        }
        if (AddedValues.areWritten(shall, sides.to())) {
            DataWarnings.rewrite(pair, shall.name(), sides.changes());
        }
    }

    private static void rebuilt(TablePair pair, Column is, Column shall, Sides sides) {
        sides.changes().add(phase(is, Phase.DROP_COLUMN_FIRST, sides.impact()), new DropColumn(pair.name(), is.name()));
        added(pair, shall, sides);
        if (is.generated() == null) {
            LossWarnings.column(pair, is.name(), sides);
            LargeObjects.dropped(pair.name(), is, sides.changes());
        }
    }

    /** With its default of null, where one is in the way of what changes. */
    private static Column withKeptNull(ObjectName table, Column is, Column shall, Sides sides) {
        boolean inTheWay = is.defaultValue() == null
                && (!is.type().equals(shall.type()) || (is.identity() == null && shall.identity() != null))
                && sides.from().extras().stream()
                        .anyMatch(e -> e.kind() == Extra.Kind.NULL_DEFAULT
                                && table.equals(e.table())
                                && e.name().name().equals(is.name()));
        return inTheWay ? is.withDefault(Expression.of("NULL")) : is;
    }

    private static void altered(TablePair pair, Column is, Column shall, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        Column settled = sides.impact().settled.contains(new ColumnRef(table, is.name()))
                ? settled(is, shall, sides.impact())
                : is;
        boolean inherits = !is.type().equals(shall.type())
                && Inheritance.comesFromParent(new ColumnRef(table, is.name()), is.type(), shall.type(), sides);
        if (inherits) {
            settled = settled.withType(shall.type());
            // What takes the parent's default off takes this one off, too, and it comes again behind that of the
            // parent.
            settled =
                    InheritedDefaults.takesOff(is, shall, sides) ? settled.withDefault(shall.defaultValue()) : settled;
        }
        String below = sides.impact().held.get(new ColumnRef(table, is.name()));
        if (below != null) {
            held(new ColumnRef(table, is.name()), below, shall.type(), changes);
        }
        if (sides.impact().freed.contains(new ColumnRef(table, is.name()))) {
            settled = freed(pair, settled, shall, changes);
        }
        ColumnChanges column = ColumnChanges.between(withKeptNull(table, settled, shall, sides), shall);
        JsonRecords records = JsonRecords.of(is, settled.type(), shall.type(), sides.to());
        if (!column.early().isEmpty()) {
            changes.add(Phase.RELEASE_COLUMN, new AlterColumn(table, is.name(), column.early()));
        }
        if (!column.changes().isEmpty()) {
            Phase phase = inherits ? Phase.ALTER_CHILD_COLUMN : Phase.ALTER_COLUMN;
            List<ColumnChange> all = records == null ? column.changes() : records.in(column.changes());
            (records == null ? List.<String>of() : records.before())
                    .forEach(sql -> changes.add(phase, new Execute(sql)));
            changes.add(phase, new AlterColumn(table, is.name(), all));
            (records == null ? List.<String>of() : records.after())
                    .forEach(sql -> changes.add(phase, new Execute(sql)));
        }
        if (!Objects.equals(is.comment(), shall.comment())) {
            changes.add(Phase.COMMENT, new SetComment(CommentTarget.column(table, is.name()), shall.comment()));
            SoftDeletes.unmarked(pair, is, shall, sides);
        }
        if (pair.becomesRequired(is.name())) {
            DataWarnings.notNull(pair, shall, sides);
        }
        if (!settled.type().equals(shall.type())) {
            Conversion conversion = records == null
                    ? Conversion.of(is, settled.type(), shall.type())
                    : new Conversion(records.query(), false);
            TypeWarnings.tell(pair, is.name(), settled.type(), shall.type(), conversion, sides);
            LargeObjects.converted(pair.name(), is, conversion, changes);
            JoinedValues.tell(pair, is.name(), settled.type(), shall.type(), changes);
        }
        if (column.changes().stream().anyMatch(ColumnChange.DropExpression.class::isInstance)) {
            changes.warn(
                    "generated-column-frozen",
                    Warning.Level.INFO,
                    table.qualified() + "." + is.name(),
                    "the column keeps its values and is no longer computed",
                    is.generated() == null
                            ? ""
                            : "Where it shall stay computed, give its attribute Hibernate's `@GeneratedColumn("
                                    + SqlText.java(is.generated().expression().sql()) + ")`");
        }
    }

    private static void held(ColumnRef column, String below, SqlType type, Changes changes) {
        String child = below.substring(0, below.lastIndexOf(' '));
        changes.warn(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                List.of(column.table().qualified() + "." + column.column(), child),
                child + ", which inherits " + column.display() + ", has a NOT NULL of another name for it ("
                        + below.substring(child.length() + 1)
                        + "): PostgreSQL 18 gives such a column no other type, and an identity does not let go of its own",
                "Make it in three revisions: one in which the identity of " + column.display()
                        + " goes, one in which it becomes " + type.display()
                        + ", and one in which the identity comes again");
    }

    /** The column without its {@code NOT NULL}, which comes again with the new type: by its own name where it has one. */
    private static Column freed(TablePair pair, Column is, Column shall, Changes changes) {
        changes.add(
                Phase.RELEASE_COLUMN, new AlterColumn(pair.name(), is.name(), List.of(new ColumnChange.DropNotNull())));
        NotNull named = shall.nullable() ? null : pair.to().notNull(is.name()).orElse(null);
        if (named == null) {
            return is.withNullable(true);
        }
        changes.add(Phase.ALTER_CHILD_COLUMN, new AddConstraint(pair.name(), named));
        return is.withNullable(shall.nullable());
    }

    /** What the column is once the type under it is replaced: the default is already that of the target, but for one that an enum's rebuild leaves off to be told. */
    private static Column settled(Column is, Column shall, Impact impact) {
        if (is.type().equals(shall.type())
                && impact.replacedEnums.containsKey(is.type().userType())) {
            return is;
        }
        return is.withDefault(is.type().equals(shall.type()) ? shall.defaultValue() : null);
    }
}
