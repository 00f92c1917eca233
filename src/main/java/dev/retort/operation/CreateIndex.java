package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;

/**
 * Creates an index.
 *
 * @param concurrently without blocking writers, and so outside a transaction
 */
public record CreateIndex(ObjectName table, Index index, boolean concurrently) implements Operation {

    @Override
    public String kind() {
        return "create_index";
    }

    @Override
    public String object() {
        return table.sibling(String.valueOf(index.name())).qualified();
    }

    @Override
    public String summary() {
        return "create " + (index.unique() ? "unique " : "") + "index " + index.name() + " on " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
