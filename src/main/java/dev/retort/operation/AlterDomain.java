package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * Changes a domain in place.
 */
public record AlterDomain(ObjectName domain, List<DomainChange> changes) implements Operation {

    public AlterDomain {
        changes = List.copyOf(changes);
    }

    @Override
    public String kind() {
        return "alter_domain";
    }

    @Override
    public String object() {
        return domain.qualified();
    }

    @Override
    public String summary() {
        return "alter domain " + domain.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
