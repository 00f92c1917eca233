package dev.retort.operation;

import dev.retort.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Adds a value to an enum type in place; PostgreSQL cannot take it back.
 *
 * @param before the value it sorts right before; null where {@code after} says its place or it is the last
 * @param after the value it sorts right after; null likewise
 */
public record AddEnumValue(
        ObjectName type,
        String value,
        @Nullable String before,
        @Nullable String after) implements Operation {

    @Override
    public String kind() {
        return "add_enum_value";
    }

    @Override
    public String object() {
        return type.qualified() + "." + value;
    }

    @Override
    public String summary() {
        return "add value " + value + " to enum " + type.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
