package dev.retort.model;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.HibernateException;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a class declares its attributes, those of its superclasses first, which is how a person would lay out a table; Hibernate itself
 * sorts them by name. An attribute without a field of its name comes last.
 */
final class DeclaredOrder {

    private final Map<Class<?>, Map<String, Integer>> ordinals = new HashMap<>();

    /** The properties sorted; where the class is not to be had they keep their order. */
    List<Property> sorted(List<Property> properties, Supplier<@Nullable Class<?>> owner) {
        Map<String, Integer> ordinalOf = ordinals(owner);
        List<Property> sorted = new ArrayList<>(properties);
        sorted.sort(Comparator.comparing(p -> ordinalOf.getOrDefault(p.getName(), Integer.MAX_VALUE)));
        return sorted;
    }

    private Map<String, Integer> ordinals(Supplier<@Nullable Class<?>> owner) {
        try {
            Class<?> type = owner.get();
            return type == null ? Map.of() : ordinals.computeIfAbsent(type, DeclaredOrder::read);
        } catch (HibernateException | LinkageError noSuchClass) {
            return Map.of();
        }
    }

    private static Map<String, Integer> read(Class<?> type) {
        Deque<Class<?>> hierarchy = new ArrayDeque<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            hierarchy.push(c);
        }
        Map<String, Integer> ordinals = new HashMap<>();
        for (Class<?> c : hierarchy) {
            for (Field field : c.getDeclaredFields()) {
                ordinals.putIfAbsent(field.getName(), ordinals.size());
            }
        }
        return ordinals;
    }
}
