package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.Optional;

/**
 * Reads the schema that JPA entities want, without a database and without a JDBC driver, through Hibernate's own boot.
 *
 * <p>The Hibernate on the entities' class path is the one that reads them, apart from ours; where there is none, ours does. Nothing in this class
 * links to Hibernate: {@link ModelReading} is the door.
 */
public final class ModelReader {

    /**
     * Reads the wanted schema.
     *
     * @throws ModelException if a class is missing, a package holds no entity, or Hibernate rejects a mapping
     */
    public Model read(ModelRequest request) {
        ClassPath classPath = ClassPath.of(request.classpath());
        Optional<HibernateOnPath> theirs = HibernateOnPath.find(classPath).map(HibernateOnPath::required);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        QuietLogging quiet = new QuietLogging();
        try (URLClassLoader loader = theirs.isPresent() ? classPath.apart() : classPath.loader()) {
            thread.setContextClassLoader(loader);
            return theirs.isPresent()
                    ? new ApartReading(classPath, loader, theirs.get()).read(request)
                    : new ModelReading().apply(request, loader);
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
