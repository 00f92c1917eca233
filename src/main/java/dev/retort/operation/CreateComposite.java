package dev.retort.operation;

import dev.retort.schema.CompositeType;

/**
 * Creates a composite type.
 */
public record CreateComposite(CompositeType type) implements Operation {

    @Override
    public String kind() {
        return "create_type";
    }

    @Override
    public String object() {
        return type.name().qualified();
    }

    @Override
    public String summary() {
        return "create type " + type.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
