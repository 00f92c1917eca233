package dev.retort.model;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.SequenceGenerator;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;

/**
 * Writes down which identifier each sequence is for. Hibernate's metadata does not say it on every line, so it is told by the name: that of the generator
 * that the identifier asks for, or the one that Hibernate makes of table or entity; naming strategies change case and underscores alone. A sequence that
 * fits none has no origin.
 */
final class SequenceOrigins {

    /** The sequences behind the generators that were found, by the generator's name. */
    private final Map<String, String> generators = new LinkedHashMap<>();

    /** The identifier by the letters of the sequence that it may have. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** Looks at all entities. */
    static void look(MetadataImplementor metadata, Schema schema, Reading reading) {
        if (schema.sequences().isEmpty()) {
            return;
        }
        SequenceOrigins looking = new SequenceOrigins();
        List<PersistentClass> roots = metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .toList();
        roots.forEach(root -> looking.wantsByName(root, reading));
        // Only where Hibernate did not make up all names: it asks for the members of every entity.
        if (schema.sequences().keySet().stream().anyMatch(s -> !looking.wanted.containsKey(letters(s.name())))) {
            roots.forEach(looking::generators);
            roots.forEach(root -> looking.wantsAsStated(root, reading));
        }
        for (ObjectName sequence : schema.sequences().keySet()) {
            String origin = looking.wanted.get(letters(sequence.name()));
            if (origin != null) {
                reading.attributions().sequence(sequence, origin);
            }
        }
    }

    private void generators(PersistentClass entity) {
        for (AnnotatedElement element : elements(entity)) {
            for (SequenceGenerator generator : annotations(element, SequenceGenerator.class)) {
                generators.put(
                        generator.name(),
                        generator.sequenceName().isEmpty() ? generator.name() : generator.sequenceName());
            }
        }
    }

    private void wantsByName(PersistentClass entity, Reading reading) {
        String origin = origin(entity, reading);
        want(entity.getTable().getName() + "_seq", origin);
        want(entity.getJpaEntityName() + "_seq", origin);
        want(label(entity, reading) + "_seq", origin);
    }

    private static String label(PersistentClass entity, Reading reading) {
        return reading.attributions()
                .entity(entity.getClassName() == null ? entity.getEntityName() : entity.getClassName());
    }

    private static String origin(PersistentClass entity, Reading reading) {
        Property id = entity.getIdentifierProperty();
        String label = label(entity, reading);
        return id == null ? label : label + "." + id.getName();
    }

    private void wantsAsStated(PersistentClass entity, Reading reading) {
        String origin = origin(entity, reading);
        for (AnnotatedElement element : elements(entity)) {
            for (GeneratedValue generated : annotations(element, GeneratedValue.class)) {
                want(generators.getOrDefault(generated.generator(), generated.generator()), origin);
            }
            // From 7.0 on a generator without a name is for the identifier that it stands on.
            for (SequenceGenerator generator : annotations(element, SequenceGenerator.class)) {
                want(generator.sequenceName(), origin);
            }
        }
    }

    private void want(String sequence, String origin) {
        if (!sequence.isEmpty()) {
            wanted.putIfAbsent(letters(sequence), origin);
        }
    }

    /** The class, those above it, and the members that hold the identifier. */
    private static List<AnnotatedElement> elements(PersistentClass entity) {
        List<AnnotatedElement> elements = new ArrayList<>();
        Property id = entity.getIdentifierProperty();
        try {
            for (Class<?> c = entity.getClassName() == null ? null : entity.getMappedClass();
                    c != null && c != Object.class;
                    c = c.getSuperclass()) {
                if (id != null) {
                    elements.addAll(MembersOf.attribute(c, id.getName()));
                }
                elements.add(c);
            }
        } catch (HibernateException | LinkageError missingClass) {
            // Something else of the class is missing, which no identifier needs: those found so far are looked at.
            return elements;
        }
        return elements;
    }

    private static <A extends java.lang.annotation.Annotation> List<A> annotations(
            AnnotatedElement element, Class<A> type) {
        try {
            return List.of(element.getAnnotationsByType(type));
        } catch (LinkageError | TypeNotPresentException | ArrayStoreException unreadable) {
            // A class that another annotation of the element names is missing, which Hibernate did not need.
            return List.of();
        }
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}.]", "").replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
    }
}
