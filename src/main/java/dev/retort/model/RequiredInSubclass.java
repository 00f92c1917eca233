package dev.retort.model;

import dev.retort.schema.ColumnRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** By the entity. */
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** The attributes of one subclass, their columns, and the other entities of its table. */
    private record Found(Set<String> paths, List<String> columns, List<String> others) {}

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
                Found of = found.computeIfAbsent(
                        entity.getEntityName(), name -> new Found(new LinkedHashSet<>(), new ArrayList<>(), others));
                of.paths.add(path);
                of.columns.add(new ColumnRef(
                                reading.names().table(entity.getTable()),
                                reading.names().column(column))
                        .display());
            }
        }
    }

    /** Leaves one note for each of the subclasses. */
    void note() {
        for (Found of : found.values()) {
            boolean one = of.paths.size() == 1;
            reading.notes()
                    .add(new ModelNote(
                            "required-in-subclass",
                            of.columns,
                            String.join(", ", of.paths) + (one ? " is" : " are") + " not null in a table that "
                                    + (one ? "it shares" : "they share") + ", so no row of "
                                    + String.join(", ", of.others) + " can be stored.",
                            "Leave nullable = false out, and say @NotNull or optional = false; or give the hierarchy tables of its own:"
                                    + " @Inheritance(strategy = InheritanceType.JOINED)."));
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
