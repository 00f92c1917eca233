package dev.retort.model;

import java.util.function.BiFunction;

/**
 * The side of this room that links to Hibernate, behind an interface of the JDK: what {@link ModelReader} calls may be a copy of this class in another
 * loader, where it is linked to another Hibernate.
 */
public final class ModelReading implements BiFunction<ModelRequest, ClassLoader, Model> {

    /** Public, as the caller may be of another loader. */
    public ModelReading() {}

    /**
     * Reads the model.
     *
     * @param loader where the entities are loaded from
     * @throws dev.retort.ModelException if a class is missing, a package holds no entity, or Hibernate rejects a mapping
     */
    @Override
    public Model apply(ModelRequest request, ClassLoader loader) {
        ClassPath classPath = ClassPath.of(request.classpath());
        EntitySources sources = new EntityScanner(classPath, loader).scan(request.entities());
        return new HibernateReading(classPath, loader).read(sources, request);
    }
}
