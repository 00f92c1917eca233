package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;

/**
 * Adds a column, with its comment.
 */
public record AddColumn(ObjectName table, Column column) implements Operation {

    @Override
    public String kind() {
        return "add_column";
    }

    @Override
    public String object() {
        return table.qualified() + "." + column.name();
    }

    @Override
    public String summary() {
        return "add column " + table.display() + "." + column.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
