package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * Changes the attributes of a composite type.
 */
public record AlterComposite(ObjectName type, List<AttributeChange> changes) implements Operation {

    public AlterComposite {
        changes = List.copyOf(changes);
    }

    @Override
    public String kind() {
        return "alter_type";
    }

    @Override
    public String object() {
        return type.qualified();
    }

    @Override
    public String summary() {
        return "alter type " + type.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
