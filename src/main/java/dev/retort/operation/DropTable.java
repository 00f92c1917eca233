package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a table with all that is in it.
 */
public record DropTable(ObjectName table) implements Operation {

    @Override
    public String kind() {
        return "drop_table";
    }

    @Override
    public String object() {
        return table.qualified();
    }

    @Override
    public String summary() {
        return "drop table " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
