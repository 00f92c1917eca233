package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * Changes what a table is beyond its columns: storage parameters, persistence, inheritance.
 */
public record AlterTable(ObjectName table, List<TableChange> changes) implements Operation {

    public AlterTable {
        changes = List.copyOf(changes);
    }

    @Override
    public String kind() {
        return "alter_table";
    }

    @Override
    public String object() {
        return table.qualified();
    }

    @Override
    public String summary() {
        return "alter table " + table.display() + ": " + TableChange.words(changes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
