package dev.retort.operation;

import dev.retort.schema.EnumType;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds an enum type whose values leave or move: a new type in its place, every column that uses it rewritten.
 *
 * @param type the type as it shall be
 * @param uses the columns of the type, with the default each has afterwards
 * @param mapping what becomes of the values that leave: the old label to one of the new
 */
public record ReplaceEnum(EnumType type, List<EnumUse> uses, Map<String, String> mapping) implements Operation {

    public ReplaceEnum {
        uses = List.copyOf(uses);
    }

    @Override
    public String kind() {
        return "replace_enum";
    }

    @Override
    public String object() {
        return type.name().qualified();
    }

    @Override
    public String summary() {
        return "rebuild enum " + type.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
