package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that must have a value from now on, where rows may stand that have none.
 *
 * @param table the table, by its new name
 * @param before the table, by the name it has now
 * @param column the column as it shall be
 * @param fresh whether the column is new; otherwise it was nullable
 * @param siblings the columns of the table, as they are and as they shall be
 * @param target the new table that it refers to, in which no row can be there yet; null where there is none
 */
public record RequiredColumn(
        ObjectName table,
        ObjectName before,
        Column column,
        boolean fresh,
        Set<String> siblings,
        @Nullable ObjectName target)
        implements Gap {

    public RequiredColumn {
        siblings = Set.copyOf(siblings);
    }

    /** With its namespace and table, as warnings name their objects. */
    String qualified() {
        return table.qualified() + "." + column.name();
    }

    /** As {@code --backfill} names it: {@code customer.tier}. */
    public String display() {
        return OptionPath.display(table, column.name());
    }
}
