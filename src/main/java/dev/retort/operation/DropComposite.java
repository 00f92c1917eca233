package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a composite type.
 */
public record DropComposite(ObjectName type) implements Operation {

    @Override
    public String kind() {
        return "drop_type";
    }

    @Override
    public String object() {
        return type.qualified();
    }

    @Override
    public String summary() {
        return "drop type " + type.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
