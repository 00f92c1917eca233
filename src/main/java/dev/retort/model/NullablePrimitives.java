package dev.retort.model;

import dev.retort.schema.ColumnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SingleTableSubclass;

/**
 * Columns of primitive attributes that may be null, because {@code @Column} is stated and its {@code nullable} is true by default, though a row with
 * null could not be loaded. It is what Hibernate makes, so it is told and not changed.
 */
final class NullablePrimitives {

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "float", "double", "char");

    private final Reading reading;
    private final List<String> columns = new ArrayList<>();

    NullablePrimitives(Reading reading) {
        this.reading = reading;
    }

    /** Looks at an attribute of an entity; in a subclass of a single table null is the rule. */
    void look(Property property, PersistentClass entity) {
        if (property.getReturnedClassName() != null
                && PRIMITIVES.contains(property.getReturnedClassName())
                && !(entity instanceof SingleTableSubclass)
                && property.getValue() instanceof BasicValue value
                && value.getColumn() instanceof Column column
                && column.isNullable()
                && value.getTable().equals(entity.getTable())) {
            columns.add(new ColumnRef(
                            reading.names().table(entity.getTable()),
                            reading.names().column(column))
                    .display());
        }
    }

    /** Leaves one note for all of them. */
    void note() {
        if (!columns.isEmpty()) {
            columns.sort(null);
            reading.notes()
                    .add(new ModelNote(
                            "nullable-primitive",
                            columns,
                            (columns.size() == 1
                                            ? "This column may be null, though its attribute is primitive and cannot"
                                            : "These columns may be null, though their attributes are primitive and cannot")
                                    + ": an explicit @Column says nullable unless told otherwise.",
                            "State @Column(nullable = false) where null is not meant."));
        }
    }
}
