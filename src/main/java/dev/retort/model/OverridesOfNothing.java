package dev.retort.model;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @AttributeOverride} and {@code @AssociationOverride} that name no attribute. Hibernate passes them over, so the column keeps the name that
 * somebody meant to change. Only what no reading of the name can mean is told: an override of something that is neither embedded nor inherited is not.
 */
final class OverridesOfNothing {

    private final Reading reading;
    private final Set<String> told = new HashSet<>();
    private final Set<Component> walked = new HashSet<>();

    private OverridesOfNothing(Reading reading) {
        this.reading = reading;
    }

    /** Looks through all entities and leaves a note for each such override. */
    static void look(MetadataImplementor metadata, Reading reading) {
        OverridesOfNothing looking = new OverridesOfNothing(reading);
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(looking::entity);
    }

    private void entity(PersistentClass entity) {
        Class<?> type = loaded(entity.getClassName(), entity::getMappedClass);
        if (type == null) {
            return;
        }
        List<Property> own = new ArrayList<>(entity.getProperties());
        Stream.of(entity.getIdentifierProperty(), entity.getVersion())
                .filter(property -> property != null)
                .forEach(own::add);
        type(type, attributes(entity));
        for (Property property : own) {
            attribute(property, type);
        }
    }

    /** The key of an entity whose identifier is no attribute of its own. */
    private static @Nullable Component embeddedKey(PersistentClass entity) {
        return entity.getIdentifierProperty() == null && entity.getIdentifier() instanceof Component key ? key : null;
    }

    /** What stands on a class, and on the mapped superclasses above it. */
    private void type(Class<?> type, List<Property> attributes) {
        for (Class<?> c = type;
                c != null && (c.equals(type) || c.isAnnotationPresent(MappedSuperclass.class));
                c = c.getSuperclass()) {
            look(c, MappedClasses.simple(c.getName()), name -> resolves(name, attributes));
        }
    }

    /** What stands on an attribute, and within what is embedded there. */
    private void attribute(Property property, Class<?> owner) {
        List<Component> parts = embedded(property.getValue());
        boolean collection = property.getValue() instanceof Collection;
        for (Component part : parts) {
            Class<?> type = loaded(part.getComponentClassName(), part::getComponentClass);
            if (type != null && walked.add(part)) {
                type(type, part.getProperties());
                part.getProperties().forEach(inner -> attribute(inner, type));
            }
        }
        if (!parts.isEmpty()) {
            for (Member member : members(owner, property.getName())) {
                String place = MappedClasses.simple(member.getDeclaringClass().getName()) + "." + property.getName();
                look((AnnotatedElement) member, place, name -> isWithin(name, parts, collection));
            }
        }
    }

    /** Whether a name is one within what is embedded in an attribute. */
    static boolean isWithin(String name, List<Component> parts, boolean collection) {
        String within = collection ? name.replaceFirst("^(?:collection&&)?\\w+\\.", "") : name;
        return parts.stream()
                .anyMatch(part -> resolves(name, part.getProperties())
                        || collection
                                && (!name.contains(".") && isRole(name) || resolves(within, part.getProperties())));
    }

    /** All attributes that an override on an entity can name. */
    static List<Property> attributes(PersistentClass entity) {
        List<Property> all = new ArrayList<>(entity.getPropertyClosure());
        Stream.of(entity.getIdentifierProperty(), entity.getVersion())
                .filter(property -> property != null)
                .forEach(all::add);
        for (Component key : new Component[] {entity.getIdentifierMapper(), embeddedKey(entity)}) {
            if (key != null) {
                all.addAll(key.getProperties());
            }
        }
        return all;
    }

    /** The words by which the column of a plain key, index or element is named. */
    private static boolean isRole(String name) {
        return Set.of("key", "mapkey", "index", "element", "value").contains(name);
    }

    static List<Component> embedded(Value value) {
        List<Component> parts = new ArrayList<>();
        if (value instanceof Component component) {
            parts.add(component);
        } else if (value instanceof Collection collection) {
            if (collection.getElement() instanceof Component element) {
                parts.add(element);
            }
            if (collection instanceof IndexedCollection indexed && indexed.getIndex() instanceof Component key) {
                parts.add(key);
            }
        }
        return parts;
    }

    static boolean resolves(String path, List<Property> attributes) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        return attributes.stream()
                .filter(attribute -> attribute.getName().equals(first))
                .anyMatch(attribute -> dot < 0
                        || attribute.getValue() instanceof ToOne
                        || attribute.getValue() instanceof Collection
                        || attribute.getValue() instanceof Component component
                                && resolves(path.substring(dot + 1), component.getProperties()));
    }

    private void look(AnnotatedElement element, String place, Predicate<String> known) {
        try {
            for (AttributeOverride override : element.getAnnotationsByType(AttributeOverride.class)) {
                tell(override.name(), "@AttributeOverride", place, known);
            }
            for (AssociationOverride override : element.getAnnotationsByType(AssociationOverride.class)) {
                tell(override.name(), "@AssociationOverride", place, known);
            }
        } catch (LinkageError | TypeNotPresentException | ArrayStoreException unreadable) {
            // A class that another annotation of the element names is missing, which Hibernate did not need.
            return;
        }
    }

    private void tell(String name, String annotation, String place, Predicate<String> known) {
        if (!known.test(name) && told.add(place + "\n" + name)) {
            reading.note(
                    "override-of-nothing",
                    place,
                    annotation + "(name = \"" + name + "\") on " + place
                            + " names no attribute there, and Hibernate passes it over: the column keeps the name that it would have without.",
                    "Correct the name, or take the annotation out.");
        }
    }

    private static List<Member> members(Class<?> owner, String attribute) {
        List<Member> members = new ArrayList<>();
        try {
            for (Class<?> c = owner; c != null && c != Object.class; c = c.getSuperclass()) {
                for (AnnotatedElement member : MembersOf.attribute(c, attribute)) {
                    members.add((Member) member);
                }
            }
        } catch (LinkageError missingClass) {
            // A member that is not mapped needs a class that is not there; those found so far are looked at.
            return members;
        }
        return members;
    }

    private static @Nullable Class<?> loaded(@Nullable String name, Supplier<? extends Class<?>> type) {
        try {
            return name == null ? null : type.get();
        } catch (HibernateException | LinkageError noSuchClass) {
            return null;
        }
    }
}
