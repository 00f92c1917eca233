package dev.retort.model;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a class states constraints of Bean Validation at all: making a validator takes the better part of a second, which a model without constraints
 * need not pay.
 */
final class ConstraintSearch {

    private final ClassLoader loader;
    private final Map<Class<?>, Boolean> known = new HashMap<>();
    private final Map<Class<? extends Annotation>, Boolean> constraints = new HashMap<>();

    ConstraintSearch(ClassLoader loader) {
        this.loader = loader;
        known.put(Object.class, false);
    }

    /** Whether constraints may be stated in XML, for any class. */
    boolean mayBeInXml() {
        return loader.getResource("META-INF/validation.xml") != null;
    }

    /** Whether the class, or what it extends or implements, has a constrained field or method. */
    boolean isConstrained(Class<?> type) {
        Boolean before = known.get(type);
        if (before != null) {
            return before;
        }
        boolean constrained = declares(type) || (type.getSuperclass() != null && isConstrained(type.getSuperclass()));
        for (Class<?> implemented : type.getInterfaces()) {
            constrained = constrained || isConstrained(implemented);
        }
        known.put(type, constrained);
        return constrained;
    }

    private boolean declares(Class<?> type) {
        try {
            return any(type.getDeclaredFields()) || any(type.getDeclaredMethods());
        } catch (LinkageError | TypeNotPresentException unknown) {
            // The validator will say what is missing.
            return true;
        }
    }

    private boolean any(AnnotatedElement[] members) {
        for (AnnotatedElement member : members) {
            for (Annotation annotation : member.getDeclaredAnnotations()) {
                if (constraints.computeIfAbsent(annotation.annotationType(), ConstraintSearch::means)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lists of constraints, as of {@code @Size.List}, hold them in {@code value}, so their name is what tells them. */
    private static boolean means(Class<? extends Annotation> annotation) {
        Class<?> outer = annotation.getEnclosingClass();
        return annotation.equals(Valid.class)
                || annotation.isAnnotationPresent(Constraint.class)
                || (outer != null && outer.isAnnotationPresent(Constraint.class));
    }
}
