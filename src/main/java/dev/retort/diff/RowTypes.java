package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A composite type that becomes a table of the same name while columns stay of it, or the other way round: PostgreSQL drops neither while a column is of it,
 * and a table that is dropped early cannot wait for its columns to be converted.
 */
final class RowTypes {

    private static final String RULE = "row-type-in-use";

    private RowTypes() {}

    /** An error for each. */
    static void diff(Sides sides) {
        Set<ObjectName> changed = new TreeSet<>();
        sides.from().composites().keySet().stream()
                .filter(name -> sides.to().tables().containsKey(name))
                .forEach(changed::add);
        sides.to().composites().keySet().stream()
                .filter(name -> sides.from().tables().containsKey(name))
                .forEach(changed::add);
        if (changed.isEmpty()) {
            return;
        }
        for (Table table : sides.from().allTables()) {
            Table target = sides.to().tables().get(table.name());
            Map<String, Column> targets = target == null ? Map.of() : target.columnsByName();
            for (Column column : table.columns()) {
                ObjectName type = column.type().userType();
                Column shall = targets.get(column.name());
                if (type != null
                        && changed.contains(type)
                        && shall != null
                        && type.equals(shall.type().userType())) {
                    warn(
                            type,
                            new ColumnRef(table.name(), column.name()),
                            column.type().array(),
                            sides);
                }
            }
        }
    }

    private static void warn(ObjectName type, ColumnRef column, boolean array, Sides sides) {
        boolean table = sides.to().tables().containsKey(type);
        String text = array ? "text[]" : "text";
        List<String> objects = new ArrayList<>(List.of(type.qualified()));
        objects.add(column.table().qualified() + "." + column.column());
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.ERROR,
                        objects,
                        "the " + (table ? "composite type " : "table ") + type.display() + " becomes a "
                                + (table ? "table" : "composite type") + " of the same name, and " + column.display()
                                + " is of it before and after: the old one cannot go while the column is of it",
                        "Make it in two revisions: one in which only the column changes, to " + text + " with `USING "
                                + ReservedWords.quote(column.column()) + "::" + text + "`, and behind it this one");
    }
}
