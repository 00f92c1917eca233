package dev.retort.schema;

import java.util.List;

/** A composite type, as {@code @Struct} maps to. */
public record CompositeType(ObjectName name, List<Attribute> attributes) {

    /** One attribute, in order. */
    public record Attribute(String name, SqlType type) {}

    public CompositeType {
        attributes = List.copyOf(attributes);
    }
}
