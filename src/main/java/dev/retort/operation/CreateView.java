package dev.retort.operation;

import dev.retort.schema.View;

/**
 * Creates a view.
 */
public record CreateView(View view) implements Operation {

    @Override
    public String kind() {
        return "create_view";
    }

    @Override
    public String object() {
        return view.name().qualified();
    }

    @Override
    public String summary() {
        return "create view " + view.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
