package dev.retort.operation;

import dev.retort.schema.ObjectName;

/**
 * Drops a domain.
 */
public record DropDomain(ObjectName domain) implements Operation {

    @Override
    public String kind() {
        return "drop_domain";
    }

    @Override
    public String object() {
        return domain.qualified();
    }

    @Override
    public String summary() {
        return "drop domain " + domain.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
