package dev.retort.model;

import dev.retort.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A reading by the application's own Hibernate, and what is wrong where that does not even load. */
final class ApartReading {

    /** What Hibernate itself needs, for an error that names the library; by the start of the missing class's name. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("com.fasterxml.classmate.", "com.fasterxml:classmate"),
            Map.entry("jakarta.inject.", "jakarta.inject:jakarta.inject-api"),
            Map.entry("jakarta.persistence.", "jakarta.persistence:jakarta.persistence-api"),
            Map.entry("jakarta.transaction.", "jakarta.transaction:jakarta.transaction-api"),
            Map.entry("jakarta.xml.bind.", "jakarta.xml.bind:jakarta.xml.bind-api"),
            Map.entry("net.bytebuddy.", "net.bytebuddy:byte-buddy"),
            Map.entry("org.antlr.", "org.antlr:antlr4-runtime"),
            Map.entry("org.glassfish.jaxb.", "org.glassfish.jaxb:jaxb-runtime"),
            Map.entry("org.hibernate.annotations.common.", "org.hibernate.common:hibernate-commons-annotations"),
            Map.entry("org.hibernate.models.", "org.hibernate.models:hibernate-models"),
            Map.entry("org.jboss.jandex.", "io.smallrye:jandex"),
            Map.entry("org.jboss.logging.", "org.jboss.logging:jboss-logging"));

    /** A class of each library that every line needs; some failures for want of one do not say which it is. */
    private static final List<String> ALWAYS = List.of(
            "jakarta.persistence.Entity",
            "jakarta.transaction.Synchronization",
            "org.jboss.logging.Logger",
            "com.fasterxml.classmate.TypeResolver");

    private final ClassPath classPath;
    private final ClassLoader loader;
    private final HibernateOnPath hibernate;

    ApartReading(ClassPath classPath, ClassLoader loader, HibernateOnPath hibernate) {
        this.classPath = classPath;
        this.loader = loader;
        this.hibernate = hibernate;
    }

    /**
     * Reads the model.
     *
     * @throws ModelException if the entities, or Hibernate itself, cannot be read
     */
    Model read(ModelRequest request) {
        try {
            return reading().apply(request, loader);
        } catch (LinkageError e) {
            throw (ModelException) explain(e).causedBy(e);
        } catch (ModelException e) {
            Optional<ModelException> incomplete = incomplete(e);
            throw incomplete.isPresent() ? incomplete.get() : e;
        }
    }

    @SuppressWarnings("unchecked")
    private BiFunction<ModelRequest, ClassLoader, Model> reading() {
        try {
            return (BiFunction<ModelRequest, ClassLoader, Model>) loader.loadClass(ModelReading.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this room cannot be loaded a second time", e);
        }
    }

    private ModelException explain(LinkageError e) {
        return MissingClass.named(e, loader)
                .map(this::missing)
                .orElseGet(() -> new ModelException(
                        "Retort does not go with " + hibernate.display(),
                        "it is linked to what Hibernate 6.6 to 7.4 have, and this one differs: " + e,
                        "Report it, and leave that jar off --classpath: then Retort's own Hibernate "
                                + OwnHibernate.version() + " reads the entities."));
    }

    /** Where what failed lacks a library of Hibernate's own. */
    private Optional<ModelException> incomplete(ModelException failure) {
        for (Throwable link = failure.getCause(); link != null; link = link.getCause()) {
            Optional<String> missing = MissingClass.named(link, loader).filter(name -> library(name) != null);
            if (missing.isPresent()) {
                return Optional.of((ModelException) missing(missing.get()).causedBy(failure));
            }
        }
        return isLinkage(failure)
                ? ALWAYS.stream()
                        .filter(name -> loader.getResource(name.replace('.', '/') + ".class") == null)
                        .findFirst()
                        .map(name -> (ModelException) missing(name).causedBy(failure))
                : Optional.empty();
    }

    private static boolean isLinkage(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    private ModelException missing(String className) {
        String library = library(className);
        return new ModelException(
                hibernate.display() + " needs " + className,
                "the class path holds Hibernate without " + (library == null ? "that class" : library)
                        + ". Looked through: " + classPath.display(),
                "Give the application's whole runtime class path: mvn dependency:build-classpath prints Maven's,"
                        + " runtimeClasspath is Gradle's. Or leave Hibernate off --classpath: then Retort's own "
                        + OwnHibernate.version() + " reads the entities.");
    }

    private static @Nullable String library(String className) {
        List<String> starts =
                LIBRARIES.keySet().stream().filter(className::startsWith).toList();
        return starts.isEmpty() ? null : LIBRARIES.get(starts.get(0));
    }
}
