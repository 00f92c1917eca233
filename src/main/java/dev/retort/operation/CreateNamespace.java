package dev.retort.operation;

/**
 * Creates a PostgreSQL schema.
 */
public record CreateNamespace(String namespace) implements Operation {

    @Override
    public String kind() {
        return "create_schema";
    }

    @Override
    public String object() {
        return namespace;
    }

    @Override
    public String summary() {
        return "create schema " + namespace;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
