package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameType;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Replaces a domain or composite under its columns: the old one steps aside under another name, the new one is made, each column is converted, the old
 * one goes. PostgreSQL changes neither a domain's base nor a composite in use.
 */
final class TypeReplacer {

    /** PostgreSQL's limit for a name is 63 bytes; cut well below, as the rest need not be readable. */
    private static final int LONGEST = 40;

    private TypeReplacer() {}

    /**
     * Adds the operations.
     *
     * @param value the new value from the quoted name of a column of the old type, already of the new one
     */
    static void replace(
            ObjectName name,
            Operation create,
            Function<ObjectName, Operation> drop,
            UnaryOperator<String> value,
            Sides sides) {
        Changes changes = sides.changes();
        String plain = name.name();
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST / 4, plain.codePointCount(0, plain.length())));
        ObjectName aside = name.sibling("retort_old_" + plain.substring(0, end));
        changes.add(Phase.REPLACE_TYPE, new RenameType(name, aside));
        changes.add(Phase.REPLACE_TYPE, create);
        for (ColumnRef ref : sides.impact().usesOfReplaced.getOrDefault(name, new TreeSet<>())) {
            Table table = sides.from().tables().get(ref.table());
            Column column = table == null ? null : table.column(ref.column()).orElse(null);
            if (column != null) {
                changes.add(Phase.REPLACE_TYPE, convert(column, ref, value, sides));
            }
        }
        changes.add(Phase.REPLACE_TYPE, drop.apply(aside));
        changes.warn(
                "type-rebuild",
                Warning.Level.WARNING,
                name.qualified(),
                "PostgreSQL cannot change the type in place: it is rebuilt, and every table that uses it is rewritten",
                "");
    }

    private static AlterColumn convert(Column column, ColumnRef ref, UnaryOperator<String> value, Sides sides) {
        String quoted = ReservedWords.quote(column.name());
        SqlType type = column.type();
        String using = type.array() ? quoted + "::text::" + type.display() : value.apply(quoted);
        List<ColumnChange> steps = new ArrayList<>();
        if (column.defaultValue() != null) {
            steps.add(new ColumnChange.DropDefault());
        }
        steps.add(new ColumnChange.SetType(type, column.collation(), using));
        Table target = sides.to().tables().get(ref.table());
        Column shall = target == null ? null : target.column(ref.column()).orElse(null);
        Expression settled = shall != null && shall.type().equals(type) ? shall.defaultValue() : null;
        if (settled != null) {
            steps.add(new ColumnChange.SetDefault(settled));
        }
        return new AlterColumn(ref.table(), ref.column(), steps);
    }
}
