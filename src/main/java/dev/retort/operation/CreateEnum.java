package dev.retort.operation;

import dev.retort.schema.EnumType;

/**
 * Creates an enum type.
 */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public String kind() {
        return "create_enum";
    }

    @Override
    public String object() {
        return type.name().qualified();
    }

    @Override
    public String summary() {
        return "create enum " + type.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
