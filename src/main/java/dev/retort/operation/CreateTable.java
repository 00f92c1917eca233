package dev.retort.operation;

import dev.retort.schema.Table;

/**
 * Creates a table with its columns, primary key, uniques, checks, exclusions and comments; foreign keys and indexes are operations of their own.
 *
 * @param table the table; its foreign keys and indexes are ignored
 */
public record CreateTable(Table table) implements Operation {

    @Override
    public String kind() {
        return "create_table";
    }

    @Override
    public String object() {
        return table.name().qualified();
    }

    @Override
    public String summary() {
        return "create table " + table.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
