package dev.retort.model;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** Writes down which attributes stand behind the types that a model brings: those that have columns of them, and of a type's parts those that have the type. */
final class TypeOrigins {

    private final Schema schema;
    private final Attributions attributions;

    private TypeOrigins(Schema schema, Attributions attributions) {
        this.schema = schema;
        this.attributions = attributions;
    }

    /** Looks at all columns. */
    static void look(Schema schema, Attributions attributions) {
        TypeOrigins looking = new TypeOrigins(schema, attributions);
        for (Table table : schema.tables().values()) {
            for (Column column : table.columns()) {
                if (column.type().userType() != null) {
                    String origin = attributions.originOf(table.name(), column.name());
                    if (!origin.equals(new ColumnRef(table.name(), column.name()).display())) {
                        looking.type(column.type(), origin, new HashSet<>());
                    }
                }
            }
        }
    }

    private void type(SqlType type, String origin, Set<ObjectName> seen) {
        ObjectName name = type.userType();
        if (name == null || !seen.add(name)) {
            return;
        }
        attributions.type(name, origin);
        CompositeType composite = schema.composites().get(name);
        if (composite != null) {
            composite.attributes().forEach(part -> type(part.type(), origin, seen));
        }
        Domain domain = schema.domains().get(name);
        if (domain != null) {
            type(domain.base(), origin, seen);
        }
    }
}
