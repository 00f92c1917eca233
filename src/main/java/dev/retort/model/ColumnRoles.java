package dev.retort.model;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Finds the columns whose declaration depends on Hibernate's release. */
final class ColumnRoles {

    private static final Set<String> TIMESTAMPS =
            Set.of("org.hibernate.annotations.CreationTimestamp", "org.hibernate.annotations.UpdateTimestamp");

    private final Names names;
    private final SortedMap<ColumnRef, Set<ColumnRole>> roles = new TreeMap<>();

    private ColumnRoles(Names names) {
        this.names = names;
    }

    static SortedMap<ColumnRef, Set<ColumnRole>> of(MetadataImplementor metadata, Names names) {
        ColumnRoles roles = new ColumnRoles(names);
        metadata.getEntityBindings().forEach(roles::entity);
        metadata.getCollectionBindings().forEach(roles::collection);
        return roles.roles;
    }

    private void entity(PersistentClass entity) {
        if (entity.getVersion() != null) {
            give(entity.getTable(), entity.getVersion().getSelectables(), ColumnRole.VERSION);
        }
        if (entity.getDiscriminator() != null) {
            give(entity.getTable(), entity.getDiscriminator().getSelectables(), ColumnRole.DISCRIMINATOR);
        }
        for (Property property : entity.getProperties()) {
            if (property.getValue() instanceof SimpleValue value && value.isPartitionKey()) {
                give(entity.getTable(), property.getSelectables(), ColumnRole.PARTITION_KEY);
            }
            timestamp(entity, entity.getClassName() == null ? null : entity.getMappedClass(), property);
            // One level deep, as Hibernate looks for what is generated.
            if (property.getValue() instanceof Component component && component.getComponentClassName() != null) {
                component.getProperties().forEach(part -> timestamp(entity, component.getComponentClass(), part));
            }
        }
    }

    private void collection(Collection collection) {
        Table table = collection.getCollectionTable();
        if (table == null || collection.getElement() instanceof OneToMany) {
            return;
        }
        if (collection.getKey() != null) {
            give(table, collection.getKey().getSelectables(), ColumnRole.COLLECTION_OWNER);
        }
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            give(table, indexed.getIndex().getSelectables(), ColumnRole.LIST_INDEX);
        }
        if (collection instanceof org.hibernate.mapping.Set) {
            give(table, collection.getElement().getSelectables(), ColumnRole.SET_ELEMENT);
        }
    }

    private void give(Table table, List<? extends Selectable> selectables, ColumnRole role) {
        ObjectName name = names.table(table);
        for (Selectable selectable : selectables) {
            if (selectable instanceof Column column) {
                roles.computeIfAbsent(new ColumnRef(name, names.column(column)), c -> EnumSet.noneOf(ColumnRole.class))
                        .add(role);
            }
        }
    }

    private void timestamp(PersistentClass entity, @Nullable Class<?> holder, Property property) {
        if (isTimestamp(holder, property.getName())) {
            give(entity.getTable(), property.getSelectables(), ColumnRole.GENERATED_TIMESTAMP);
        }
    }

    /** Looks at field and getter without initialising the class. */
    private static boolean isTimestamp(@Nullable Class<?> holder, String property) {
        for (Class<?> type = holder; type != null; type = type.getSuperclass()) {
            String getter = "get" + property;
            Stream<AnnotatedElement> members = Stream.concat(
                    Arrays.stream(type.getDeclaredFields())
                            .filter(field -> field.getName().equals(property)),
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equalsIgnoreCase(getter)));
            if (members.flatMap(member -> Arrays.stream(member.getAnnotations()))
                    .anyMatch(annotation ->
                            TIMESTAMPS.contains(annotation.annotationType().getName()))) {
                return true;
            }
        }
        return false;
    }
}
