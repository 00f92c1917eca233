package dev.retort.operation;

import dev.retort.schema.Cast;

/**
 * Drops a cast.
 */
public record DropCast(Cast cast) implements Operation {

    @Override
    public String kind() {
        return "drop_cast";
    }

    @Override
    public String object() {
        return cast.source().display() + "->" + cast.target().display();
    }

    @Override
    public String summary() {
        return "drop cast from " + cast.source().display() + " to "
                + cast.target().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
