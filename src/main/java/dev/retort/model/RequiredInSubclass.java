package dev.retort.model;

import dev.retort.schema.ColumnRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;

/**
 * Finds attributes of a subclass that are not null in the table that it shares: {@code @Column(nullable = false)} reaches every row there, those of the
 * other entities too, and these have no value for it. It is what Hibernate makes, so it is told and not changed.
 */
final class RequiredInSubclass {

    private final Reading reading;

    RequiredInSubclass(Reading reading) {
        this.reading = reading;
    }

    /** Looks at an attribute; {@code path} names it, such as {@code Dog.breed}. */
    void look(Property property, PersistentClass entity, String path) {
        if (!(entity instanceof SingleTableSubclass)
                || !Objects.equals(property.getValue().getTable(), entity.getTable())) {
            return;
        }
        List<String> others = others(entity);
        for (Selectable selectable : property.getSelectables()) {
            if (selectable instanceof Column column && !column.isNullable() && !others.isEmpty()) {
                String ref = new ColumnRef(
                                reading.names().table(entity.getTable()),
                                reading.names().column(column))
                        .display();
                reading.note(
                        "required-in-subclass",
                        ref,
                        path + " is not null in a table that it shares, so no row of " + String.join(", ", others)
                                + " can be stored.",
                        "Leave nullable = false out, and say @NotNull or optional = false; or give the hierarchy tables of its own:"
                                + " @Inheritance(strategy = InheritanceType.JOINED).");
            }
        }
    }

    /** The other entities with rows in the table. */
    private static List<String> others(PersistentClass entity) {
        List<String> others = new ArrayList<>();
        collect(entity.getRootClass(), entity, others);
        return others;
    }

    private static void collect(PersistentClass candidate, PersistentClass entity, List<String> others) {
        if (candidate.equals(entity)) {
            return;
        }
        if (!Boolean.TRUE.equals(candidate.isAbstract())) {
            others.add(MappedClasses.simple(candidate.getEntityName()));
        }
        candidate.getDirectSubclasses().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(child -> collect(child, entity, others));
    }
}
