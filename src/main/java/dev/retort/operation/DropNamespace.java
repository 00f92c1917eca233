package dev.retort.operation;

/**
 * Drops an empty PostgreSQL schema.
 */
public record DropNamespace(String namespace) implements Operation {

    @Override
    public String kind() {
        return "drop_schema";
    }

    @Override
    public String object() {
        return namespace;
    }

    @Override
    public String summary() {
        return "drop schema " + namespace;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
