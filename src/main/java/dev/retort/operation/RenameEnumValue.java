package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Renames a value of an enum type.
 */
public record RenameEnumValue(ObjectName type, String from, String to) implements Operation {

    @Override
    public String kind() {
        return "rename_enum_value";
    }

    @Override
    public String object() {
        return type.qualified() + "." + from;
    }

    @Override
    public String summary() {
        return "rename value " + from + " of enum " + type.display() + " to " + to;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
