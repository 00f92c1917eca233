package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a view.
 */
public record DropView(ObjectName view, boolean materialized) implements Operation {

    @Override
    public String kind() {
        return "drop_view";
    }

    @Override
    public String object() {
        return view.qualified();
    }

    @Override
    public String summary() {
        return "drop view " + view.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
