package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a column with its values.
 */
public record DropColumn(ObjectName table, String column) implements Operation {

    @Override
    public String kind() {
        return "drop_column";
    }

    @Override
    public String object() {
        return table.qualified() + "." + column;
    }

    @Override
    public String summary() {
        return "drop column " + table.display() + "." + column;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
