package dev.retort.operation;

import dev.retort.schema.Cast;

/**
 * Creates an implicit cast by text conversion.
 */
public record CreateCast(Cast cast) implements Operation {

    @Override
    public String kind() {
        return "create_cast";
    }

    @Override
    public String object() {
        return cast.source().display() + "->" + cast.target().display();
    }

    @Override
    public String summary() {
        return "create cast from " + cast.source().display() + " to "
                + cast.target().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
