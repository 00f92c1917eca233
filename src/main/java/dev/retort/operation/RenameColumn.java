package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames a column.
 */
public record RenameColumn(ObjectName table, String from, String to) implements Operation {

    @Override
    public String kind() {
        return "rename_column";
    }

    @Override
    public String object() {
        return table.qualified() + "." + from;
    }

    @Override
    public String summary() {
        return "rename column " + table.display() + "." + from + " to " + to;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
