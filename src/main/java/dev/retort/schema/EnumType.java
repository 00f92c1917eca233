package dev.retort.schema;

import java.util.List;

/** An enum type; the labels in their sort order. */
public record EnumType(ObjectName name, List<String> labels) {

    public EnumType {
        labels = List.copyOf(labels);
    }
}
