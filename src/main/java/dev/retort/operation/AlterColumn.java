package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * Changes a column in place.
 *
 * @param changes in the order in which they run
 */
public record AlterColumn(ObjectName table, String column, List<ColumnChange> changes) implements Operation {

    public AlterColumn {
        changes = List.copyOf(changes);
    }

    @Override
    public String kind() {
        return "alter_column";
    }

    @Override
    public String object() {
        return table.qualified() + "." + column;
    }

    @Override
    public String summary() {
        return "alter column " + table.display() + "." + column + ": " + ColumnChange.words(changes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
