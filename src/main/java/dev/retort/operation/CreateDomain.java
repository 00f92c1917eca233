package dev.retort.operation;

import dev.retort.schema.Domain;

/**
 * Creates a domain.
 */
public record CreateDomain(Domain domain) implements Operation {

    @Override
    public String kind() {
        return "create_domain";
    }

    @Override
    public String object() {
        return domain.name().qualified();
    }

    @Override
    public String summary() {
        return "create domain " + domain.name().display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
