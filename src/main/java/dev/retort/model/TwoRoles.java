package dev.retort.model;

import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;

/**
 * Finds classes that are annotated {@code @Entity} and {@code @MappedSuperclass}: Hibernate takes such a class for a mapped superclass and makes no table
 * of it. Only where another entity extends it do the newer lines say so.
 */
final class TwoRoles {

    private TwoRoles() {}

    /** Looks at the classes that Hibernate was given, and leaves a note for each such one. */
    static void look(Iterable<String> classes, ClassLoader loader, List<ModelNote> notes) {
        for (String name : classes) {
            if (hasBoth(name, loader)) {
                String simple = MappedClasses.simple(name);
                notes.add(ModelNote.of(
                        "entity-and-superclass",
                        simple,
                        simple + " (" + name
                                + ") is annotated @Entity and @MappedSuperclass; Hibernate takes it for a mapped superclass, so it has no table.",
                        "Leave @MappedSuperclass out where it is to have a table, @Entity where it is not."));
            }
        }
    }

    /** What Hibernate needs and cannot have is an error of its own. */
    private static boolean hasBoth(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return type.isAnnotationPresent(Entity.class) && type.isAnnotationPresent(MappedSuperclass.class);
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException | ArrayStoreException absent) {
            return false;
        }
    }
}
