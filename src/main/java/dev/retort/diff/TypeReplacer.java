package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameType;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Replaces types that PostgreSQL cannot change in place, and with each the types that are made of it: the old ones step aside under another name, the
 * new ones are made, each column is converted, the old ones go when nothing is of them any more.
 */
final class TypeReplacer {

    private TypeReplacer() {}

    /** Adds the operations for one type; drops are the differs', by {@link Asides#of}. */
    static void replace(ObjectName name, Operation create, Sides sides) {
        make(name, create, sides);
        sides.changes()
                .warn(
                        "type-rebuild",
                        Warning.Level.WARNING,
                        name.qualified(),
                        "PostgreSQL cannot change the type in place: it is rebuilt, and every table that uses it is rewritten",
                        advice(name, sides));
    }

    private static void warnOtherKind(ObjectName name, Sides sides) {
        boolean values = sides.to().enums().containsKey(name);
        String kind = values ? "an enum" : sides.to().domains().containsKey(name) ? "a domain" : "a composite type";
        sides.changes()
                .warn(
                        "type-rebuild",
                        Warning.Level.WARNING,
                        name.qualified(),
                        "it becomes " + kind
                                + " of the same name: every table that uses it is rewritten, and that fails "
                                + (values
                                        ? "while a row holds what is none of the enum's values"
                                        : "while a row holds what is no value of the new type"),
                        advice(name, sides));
    }

    private static String advice(ObjectName type, Sides sides) {
        List<ColumnRef> holding = sides.impact().usesOfReplaced.values().stream()
                .flatMap(Collection::stream)
                .filter(ref -> holds(ref, type, sides))
                .toList();
        return RewriteAdvice.uses(type, holding, sides.changes());
    }

    /** Whether a column is of the type, or of what is made of it. */
    private static boolean holds(ColumnRef ref, ObjectName type, Sides sides) {
        Table table = sides.from().tables().get(ref.table());
        return table != null
                && table.column(ref.column())
                        .filter(column -> DomainRests.isOf(column.type(), type, sides.from()))
                        .isPresent();
    }

    /** The old one steps aside for the new one. */
    static void make(ObjectName name, Operation create, Sides sides) {
        sides.changes()
                .add(
                        Phase.STEP_ASIDE,
                        new RenameType(name, sides.impact().asides().of(name)));
        sides.changes().add(Phase.CREATE_TYPE, create);
    }

    /** Adds the conversions of all columns of replaced types; called once all types are compared. */
    static void convert(Sides sides) {
        if (sides.impact().replacedTypes.isEmpty()) {
            return;
        }
        TypeConversion conversion = new TypeConversion(sides);
        List<Operation> columns = new ArrayList<>();
        for (ObjectName name : sides.impact().replacedTypes) {
            SortedSet<ColumnRef> uses = sides.impact().usesOfReplaced.getOrDefault(name, new TreeSet<>());
            if (!uses.isEmpty() && sides.impact().otherKinds.contains(name)) {
                warnOtherKind(name, sides);
            }
            for (ColumnRef ref : uses) {
                Table table = sides.from().tables().get(ref.table());
                Column column =
                        table == null ? null : table.column(ref.column()).orElse(null);
                if (column != null) {
                    NarrowedAttributes.warn(name, column, ref, sides);
                    columns.add(convert(column, ref, conversion, sides));
                }
            }
        }
        Changes changes = sides.changes();
        conversion.created().forEach(sql -> changes.add(Phase.REPLACE_TYPE, new Execute(sql)));
        columns.forEach(c -> changes.add(Phase.REPLACE_TYPE, c));
        conversion.dropped().forEach(sql -> changes.add(Phase.REPLACE_TYPE, new Execute(sql)));
    }

    private static AlterColumn convert(Column column, ColumnRef ref, TypeConversion conversion, Sides sides) {
        SqlType type = column.type();
        List<ColumnChange> steps = new ArrayList<>();
        if (column.defaultValue() != null && !ReplacedFunctions.isCalled(column, sides)) {
            steps.add(new ColumnChange.DropDefault());
        }
        steps.add(new ColumnChange.SetType(type, column.collation(), conversion.ofColumn(column.name(), type)));
        Table target = sides.to().tables().get(ref.table());
        Column shall = target == null ? null : target.column(ref.column()).orElse(null);
        Expression settled = shall != null && shall.type().equals(type) && !ReplacedFunctions.isCalled(shall, sides)
                ? shall.defaultValue()
                : null;
        if (settled != null) {
            steps.add(new ColumnChange.SetDefault(settled));
        }
        return new AlterColumn(ref.table(), ref.column(), steps);
    }
}
