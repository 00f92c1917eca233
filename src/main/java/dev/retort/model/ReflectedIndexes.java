package dev.retort.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.HibernateException;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.MappedSuperclass;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * The indexes as Hibernate 6.6 saw them, through the reflection of hibernate-commons-annotations, which is called by name: later lines do not have it.
 */
final class ReflectedIndexes implements IndexLists {

    private final MetadataImplementor metadata;
    private final ClassLoaderService classes;
    private final Object reflection;

    ReflectedIndexes(MetadataImplementor metadata, BootstrapContext context) {
        this.metadata = metadata;
        this.classes = context.getServiceRegistry().requireService(ClassLoaderService.class);
        this.reflection = call(context, "getReflectionManager");
    }

    @Override
    public void forEach(Consumer<String> list) {
        Set<String> names = new LinkedHashSet<>();
        metadata.getEntityBindings().forEach(entity -> add(entity, names));
        for (MappedSuperclass superclass : metadata.getMappedSuperclassMappingsCopy()) {
            if (superclass.getMappedClass() != null) {
                names.add(superclass.getMappedClass().getName());
            }
        }
        names.forEach(name -> read(name, list));
    }

    private static void add(PersistentClass entity, Set<String> names) {
        if (entity.getClassName() != null) {
            names.add(entity.getClassName());
        }
        entity.getProperties().forEach(property -> add(property, names));
    }

    private static void add(Property property, Set<String> names) {
        Value value = property.getValue();
        if (value instanceof Component component && component.getComponentClassName() != null) {
            names.add(component.getComponentClassName());
            component.getProperties().forEach(part -> add(part, names));
        }
    }

    private void read(String name, Consumer<String> list) {
        Class<?> type;
        try {
            type = classes.classForName(name);
        } catch (ClassLoadingException entityNameOrDynamic) {
            return;
        }
        Object described = call(reflection, "toXClass", Class.class, type);
        indexes(described, list);
        for (String access : List.of("field", "property")) {
            for (Object member : (List<?>) call(described, "getDeclaredProperties", String.class, access)) {
                indexes(member, list);
            }
        }
    }

    private static void indexes(Object annotated, Consumer<String> list) {
        if (annotation(annotated, Table.class) instanceof Table table) {
            add(table.indexes(), list);
        }
        if (annotation(annotated, SecondaryTable.class) instanceof SecondaryTable secondary) {
            add(secondary.indexes(), list);
        }
        if (annotation(annotated, SecondaryTables.class) instanceof SecondaryTables secondaries) {
            for (SecondaryTable secondary : secondaries.value()) {
                add(secondary.indexes(), list);
            }
        }
        if (annotation(annotated, JoinTable.class) instanceof JoinTable join) {
            add(join.indexes(), list);
        }
        if (annotation(annotated, CollectionTable.class) instanceof CollectionTable collection) {
            add(collection.indexes(), list);
        }
    }

    private static void add(Index[] indexes, Consumer<String> list) {
        for (Index index : indexes) {
            list.accept(index.columnList());
        }
    }

    private static @Nullable Object annotation(Object annotated, Class<? extends Annotation> type) {
        return invoke(annotated, "getAnnotation", new Class<?>[] {Class.class}, type);
    }

    private static Object call(Object owner, String method) {
        return required(invoke(owner, method, new Class<?>[0]), method);
    }

    private static Object call(Object owner, String method, Class<?> parameter, Object argument) {
        return required(invoke(owner, method, new Class<?>[] {parameter}, argument), method);
    }

    private static Object required(@Nullable Object result, String method) {
        if (result == null) {
            throw new HibernateException("Hibernate's " + method + " says nothing");
        }
        return result;
    }

    private static @Nullable Object invoke(Object owner, String name, Class<?>[] parameters, Object... arguments) {
        try {
            Method method = owner.getClass().getMethod(name, parameters);
            method.setAccessible(true);
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new HibernateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new HibernateException("Hibernate's reflection of annotations is not where it was", e);
        }
    }
}
