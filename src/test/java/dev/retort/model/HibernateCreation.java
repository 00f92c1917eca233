package dev.retort.model;

import dev.retort.database.Database;
import java.io.PrintWriter;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** The oracle: Hibernate itself, booted with a connection, creates the schema of the entities. */
public final class HibernateCreation implements BiConsumer<ModelRequest, Database> {

    /** For a copy of this class in another loader. */
    public HibernateCreation() {}

    /** Creates the schema by the Hibernate of the request's own class path. */
    public static void createApart(ModelRequest request, Database database) {
        try (URLClassLoader loader = ClassPath.of(request.classpath()).apart()) {
            @SuppressWarnings("unchecked")
            BiConsumer<ModelRequest, Database> there =
                    (BiConsumer<ModelRequest, Database>) loader.loadClass(HibernateCreation.class.getName())
                            .getConstructor()
                            .newInstance();
            there.accept(request, database);
        } catch (java.io.IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Creates the schema from within the loader that this class was loaded by. A statement that the server refuses is passed over, as in an application:
     * 7.0 and 7.1 fill the tables of generators twice.
     */
    @Override
    public void accept(ModelRequest request, Database database) {
        run(request, database, "create-only", false, (URLClassLoader) HibernateCreation.class.getClassLoader());
    }

    /** Creates the schema; a statement that the server refuses fails the test. */
    public static void create(ModelRequest request, Database database) {
        run(request, database, "create-only");
    }

    /** Hibernate's own attempt to bring the database to the entities. */
    public static void update(ModelRequest request, Database database) {
        run(request, database, "update");
    }

    /** Hibernate's own check that the database fits. */
    public static void validate(ModelRequest request, Database database) {
        run(request, database, "validate");
    }

    private static void run(ModelRequest request, Database database, String action) {
        try (URLClassLoader loader = ClassPath.of(request.classpath()).loader()) {
            run(request, database, action, true, loader);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(
            ModelRequest request, Database database, String action, boolean halt, URLClassLoader loader) {
        ClassPath classPath = ClassPath.of(request.classpath());
        QuietLogging quiet = new QuietLogging();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(loader);
            EntitySources sources = new EntityScanner(classPath, loader).scan(request.entities());
            Map<String, Object> settings = new HashMap<>(sources.settings());
            settings.putAll(request.settings());
            settings.put("hibernate.connection.datasource", new Connections(database));
            settings.put("hibernate.hbm2ddl.auto", action);
            settings.put("hibernate.hbm2ddl.create_namespaces", "true");
            settings.put("hibernate.hbm2ddl.halt_on_error", Boolean.toString(halt));
            settings.put("hibernate.hbm2ddl.skip_default_import_file", "true");
            StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                            .applyClassLoader(loader)
                            .build())
                    .applySettings(settings)
                    .build();
            try (SessionFactory factory =
                    sources(sources, registry).buildMetadata().buildSessionFactory()) {
                if (factory.isClosed()) {
                    throw new AssertionError("the session factory closed by itself");
                }
            } finally {
                StandardServiceRegistryBuilder.destroy(registry);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            quiet.close();
        }
    }

    private static MetadataSources sources(EntitySources sources, StandardServiceRegistry registry) {
        MetadataSources metadata = new MetadataSources(registry);
        sources.packages().forEach(metadata::addPackage);
        sources.classes().forEach(metadata::addAnnotatedClassName);
        sources.resources().forEach(metadata::addResource);
        sources.files().forEach(file -> metadata.addFile(new java.io.File(file)));
        return metadata;
    }

    private record Connections(Database database) implements DataSource {

        @Override
        public Connection getConnection() {
            return database.connect();
        }

        @Override
        public Connection getConnection(String user, String password) {
            return database.connect();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("test");
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
