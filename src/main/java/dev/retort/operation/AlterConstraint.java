package dev.retort.operation;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ObjectName;

/**
 * Changes when a foreign key is checked; PostgreSQL alters nothing else of a constraint.
 */
public record AlterConstraint(ObjectName table, String name, Deferrability deferrability) implements Operation {

    @Override
    public String kind() {
        return "alter_constraint";
    }

    @Override
    public String object() {
        return table.qualified() + "." + name;
    }

    @Override
    public String summary() {
        return "alter constraint " + name + " on " + table.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
