package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.net.URLClassLoader;

/**
 * Reads the schema that JPA entities want, without a database and without a JDBC driver, through Hibernate's own boot.
 *
 * <p>Nothing in this class links to Hibernate: {@link HibernateReading} is the one door to it, so that a copy of that room can be loaded beside
 * another version of Hibernate.
 */
public final class ModelReader {

    /**
     * Reads the wanted schema.
     *
     * @throws ModelException if a class is missing, a package holds no entity, or Hibernate rejects a mapping
     */
    public Model read(ModelRequest request) {
        ClassPath classPath = ClassPath.of(request.classpath());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        QuietLogging quiet = new QuietLogging();
        try (URLClassLoader loader = classPath.loader()) {
            thread.setContextClassLoader(loader);
            EntitySources sources = new EntityScanner(classPath, loader).scan(request.entities());
            return new HibernateReading(classPath, loader).read(sources, request);
        } catch (IOException e) {
            throw new ModelException(
                            "The entities' class path cannot be closed", String.valueOf(e.getMessage()), "Try again.")
                    .causedBy(e);
        } finally {
            thread.setContextClassLoader(before);
            quiet.close();
        }
    }
}
