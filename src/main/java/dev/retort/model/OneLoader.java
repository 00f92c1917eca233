package dev.retort.model;

import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;

/**
 * Finds classes in the entities' loader alone. Hibernate itself also looks through the loader that the JVM started with, which holds our libraries: a
 * naming strategy of our Hibernate must not be found by another one. Nothing of a class runs before it is used: an entity's static code may need the
 * application around it.
 */
final class OneLoader extends ClassLoaderServiceImpl {

    private final ClassLoader loader;

    OneLoader(ClassLoader loader) {
        super(loader);
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String className) {
        try {
            return (Class<T>) Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassLoadingException("Unable to load class [" + className + "]", e);
        }
    }
}
