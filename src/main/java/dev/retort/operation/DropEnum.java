package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops an enum type.
 */
public record DropEnum(ObjectName type) implements Operation {

    @Override
    public String kind() {
        return "drop_enum";
    }

    @Override
    public String object() {
        return type.qualified();
    }

    @Override
    public String summary() {
        return "drop enum " + type.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
