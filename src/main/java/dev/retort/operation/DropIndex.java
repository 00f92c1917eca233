package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops an index.
 *
 * @param concurrently without blocking readers, and so outside a transaction
 */
public record DropIndex(ObjectName index, boolean concurrently) implements Operation {

    @Override
    public String kind() {
        return "drop_index";
    }

    @Override
    public String object() {
        return index.qualified();
    }

    @Override
    public String summary() {
        return "drop index " + index.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
