package dev.retort.operation;

import dev.retort.schema.SqlObject;

/**
 * Drops an object that SQL of its own made.
 */
public record DropObject(SqlObject target) implements Operation {

    @Override
    public String kind() {
        return "drop_object";
    }

    @Override
    public String object() {
        return target.qualified();
    }

    @Override
    public String summary() {
        return "drop " + target.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
