package dev.retort.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Backref;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexBackref;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Walks all entities, superclasses first, and writes down which attribute each column stands for. */
final class AttributeWalk {

    private final Attributions attributions;
    private final NullablePrimitives primitives;
    private final RequiredInSubclass required;
    private final DeclaredOrder declared = new DeclaredOrder();
    private final List<Runnable> collections = new ArrayList<>();

    private AttributeWalk(Reading reading) {
        this.attributions = reading.attributions();
        this.primitives = new NullablePrimitives(reading);
        this.required = new RequiredInSubclass(reading);
    }

    /** Walks the metadata. */
    static void over(MetadataImplementor metadata, Reading reading) {
        AttributeWalk walk = new AttributeWalk(reading);
        metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(walk::entity);
        // A column that both sides of an association name belongs to the side that holds it.
        walk.collections.forEach(Runnable::run);
        walk.primitives.note();
        walk.required.note();
    }

    private void entity(PersistentClass entity) {
        String label =
                attributions.entity(entity.getClassName() == null ? entity.getEntityName() : entity.getClassName());
        Table table = entity.getTable();
        attributions.table(table, label);
        identifier(entity, table, label);
        if (entity.getDiscriminator() != null) {
            attributions.columns(table, entity.getDiscriminator().getSelectables(), label + ", discriminator");
        }
        for (Join join : entity.getJoins()) {
            String origin = label + joined(join);
            attributions.table(join.getTable(), origin);
            attributions.columns(join.getTable(), join.getKey().getSelectables(), origin);
        }
        List<Property> properties =
                entity instanceof UnionSubclass ? entity.getPropertyClosure() : entity.getProperties();
        for (Property property : declared.sorted(properties, () -> mappedClass(entity))) {
            property(property, label, entity);
        }
        if (entity instanceof RootClass root && root.getSoftDeleteColumn() != null) {
            attributions.columns(table, List.of(root.getSoftDeleteColumn()), label + ", soft delete");
        }
        Table history = LineMembers.auxiliaryTable(entity);
        if (history != null) {
            attributions.table(history, label + ", history");
        }
        entity.getDirectSubclasses().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::entity);
    }

    /** One association alone in a table beside the entity's has a join table; anything else is a secondary table. */
    private static String joined(Join join) {
        List<Property> held = join.getProperties();
        return held.size() == 1 && held.get(0).getValue() instanceof ToOne
                ? "." + held.get(0).getName()
                : ", secondary table";
    }

    private void identifier(PersistentClass entity, Table table, String label) {
        Property property = entity.getIdentifierProperty();
        if (entity.getKey() != null && !table.equals(entity.getRootTable()) && !(entity instanceof UnionSubclass)) {
            attributions.columns(
                    table,
                    entity.getKey().getSelectables(),
                    property == null ? label : label + "." + property.getName());
        } else if (property != null) {
            value(property.getValue(), table, label + "." + property.getName());
        } else if (entity.getIdentifierMapper() != null) {
            for (Property part :
                    declared.sorted(entity.getIdentifierMapper().getProperties(), () -> mappedClass(entity))) {
                value(part.getValue(), table, label + "." + part.getName());
            }
        } else if (entity.getIdentifier() != null) {
            value(entity.getIdentifier(), table, label);
        }
    }

    private static @Nullable Class<?> mappedClass(PersistentClass entity) {
        return entity.getClassName() == null ? null : entity.getMappedClass();
    }

    private void property(Property property, String prefix, PersistentClass entity) {
        if (property instanceof Backref || property instanceof IndexBackref || property.isSynthetic()) {
            return;
        }
        Value value = property.getValue();
        Table table = value.getTable();
        // The columns of a table-per-class superclass are there again in the subclass's own table.
        primitives.look(property, entity);
        required.look(property, entity, prefix + "." + property.getName());
        boolean again = entity instanceof UnionSubclass
                && entity.getJoins().stream().noneMatch(j -> j.getTable().equals(table));
        value(value, table == null || again ? entity.getTable() : table, prefix + "." + property.getName());
    }

    private void value(Value value, Table table, String path) {
        if (value instanceof Collection collection) {
            collections.add(() -> collection(collection, path));
        } else if (value instanceof Component component) {
            component(component, table, path);
        } else {
            attributions.columns(table, ordered(value), path);
        }
    }

    private void component(Component component, Table table, String path) {
        if (component.getAggregateColumn() != null) {
            attributions.columns(table, List.of(component.getAggregateColumn()), path);
            return;
        }
        Supplier<@Nullable Class<?>> type =
                () -> component.getComponentClassName() == null ? null : component.getComponentClass();
        for (Property part : declared.sorted(component.getProperties(), type)) {
            if (!(part instanceof Backref) && !part.isSynthetic()) {
                value(part.getValue(), table, path + "." + part.getName());
            }
        }
        if (component.getDiscriminator() != null) {
            attributions.columns(table, component.getDiscriminator().getSelectables(), path);
        }
    }

    /** The columns of an association to a composite key by name: Hibernate's own order depends on the JDK. */
    private static List<Selectable> ordered(Value value) {
        List<Selectable> selectables = value.getSelectables();
        return value instanceof ToOne && selectables.size() > 1
                ? selectables.stream()
                        .sorted(Comparator.comparing(Selectable::getText))
                        .toList()
                : selectables;
    }

    private void collection(Collection collection, String path) {
        Table table = collection.getCollectionTable();
        if (table == null || collection.getKey() == null) {
            return;
        }
        boolean ownTable = !(collection.getElement() instanceof OneToMany);
        if (ownTable) {
            attributions.table(table, path);
        }
        if (collection instanceof IdentifierCollection identified) {
            attributions.columns(table, identified.getIdentifier().getSelectables(), path);
        }
        attributions.columns(table, collection.getKey().getSelectables(), path);
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            attributions.columns(table, indexed.getIndex().getSelectables(), path);
        }
        if (ownTable) {
            value(collection.getElement(), table, path);
        }
        if (collection.getSoftDeleteColumn() != null) {
            attributions.columns(table, List.of(collection.getSoftDeleteColumn()), path + ", soft delete");
        }
    }
}
