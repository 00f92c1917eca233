package dev.retort.model;

import dev.retort.ModelException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.HibernateException;
import org.hibernate.Version;

/** Explains what Hibernate, or the application's own code, threw while the entities were read: on which entity and attribute, why, and what to do. */
final class ModelErrors {

    private static final Pattern UNKNOWN_TYPE = Pattern.compile(
            "(?:Java type|type descriptor for|BasicJavaType for|Unable to determine SqmMappingModelPart type for|type for:?) '?([\\w.$]+)'?");
    private static final Pattern NOT_AN_ENTITY = Pattern.compile(
            "(?:targets the type|references an unknown entity:|unmapped class|unknown class) '?([\\w.$]+)'?");

    private final ClassPath classPath;
    private final MappedClasses classes;
    private Supplier<List<String>> culprits = List::of;

    ModelErrors(ClassPath classPath, EntitySources sources, ClassLoader loader) {
        this.classPath = classPath;
        this.classes = new MappedClasses(classPath, sources.classes(), loader);
    }

    /** The same, asking for the classes that a failure comes from where it names none. */
    ModelErrors withCulprits(Supplier<List<String>> search) {
        culprits = search;
        return this;
    }

    /** The error to report; {@code e} is its cause. */
    ModelException explain(Throwable e) {
        ModelException failure = translate(e);
        failure.initCause(e);
        return failure;
    }

    private ModelException translate(Throwable e) {
        List<Throwable> chain = chain(e);
        Optional<BrokenProvider> provider = isLinkage(chain) ? BrokenProvider.find(classes.loader()) : Optional.empty();
        if (provider.isPresent()) {
            return broken(provider.get());
        }
        if (chain.stream().anyMatch(TypeNotPresentException.class::isInstance)) {
            Optional<MappedClasses.Reference> reference = classes.absentInAnnotations();
            if (reference.isPresent()) {
                return absent(reference.get());
            }
        }
        for (Throwable link : chain) {
            Optional<String> missing = MissingClass.named(link, classes.loader());
            if (missing.isPresent()) {
                return missing(missing.get());
            }
        }
        return chain.stream()
                .filter(IncompatibleClassChangeError.class::isInstance)
                .findFirst()
                .map(this::mismatch)
                .orElseGet(() -> rejected(chain));
    }

    private static List<Throwable> chain(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = e; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static boolean isLinkage(List<Throwable> chain) {
        return chain.stream()
                .anyMatch(link -> link instanceof LinkageError
                        || link instanceof ServiceConfigurationError
                        || link instanceof NoSuchMethodException);
    }

    private static ModelException broken(BrokenProvider provider) {
        return new ModelException(
                provider.provider() + ", which extends Hibernate, cannot be loaded from " + provider.origin(),
                "it was compiled for another version of Hibernate, or misses a library: " + provider.reason(),
                "Put a version of that jar on --classpath that goes with Hibernate " + Version.getVersionString()
                        + ", or leave the jar out.");
    }

    private ModelException missing(String className) {
        String user = classes.userOf(className)
                .map(u -> u + " needs " + className)
                .orElse("The class " + className + " is missing");
        return new ModelException(
                user,
                "it is not on the class path. Looked through: " + classPath.display(),
                "Add the jar or folder that holds " + className + " to --classpath.");
    }

    private ModelException absent(MappedClasses.Reference reference) {
        return new ModelException(
                "The annotation @" + reference.annotation() + " on " + reference.place() + " names "
                        + reference.className(),
                "that class is not on the class path. Looked through: " + classPath.display(),
                "Add the jar or folder that holds " + reference.className() + " to --classpath.");
    }

    /** One library was compiled against another version of the other than the one that is there. */
    private ModelException mismatch(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String caller = trace.length == 0 ? "a class" : trace[0].getClassName();
        return new ModelException(
                "The libraries on the class path do not go together",
                caller + " (" + classes.originOf(caller) + ") asks for what is not there: " + e.getMessage(),
                "Give the versions that the application runs with: mvn dependency:build-classpath prints Maven's,"
                        + " runtimeClasspath is Gradle's.");
    }

    private ModelException rejected(List<Throwable> chain) {
        String reason = reason(chain);
        Optional<String> place = classes.placeIn(reason);
        Matcher unknown = UNKNOWN_TYPE.matcher(reason);
        if (unknown.find()) {
            String type = unknown.group(1);
            List<String> users = classes.attributesOf(type);
            return new ModelException(
                    users.isEmpty()
                            ? "Hibernate does not know how to map " + type
                            : "Hibernate does not know how to map " + String.join(", ", users) + " of type " + type,
                    reason,
                    classes.converterFor(type)
                            .map(c -> c + " converts it: name it, or its package, in --entities.")
                            .orElse("Give the attribute a converter (@Convert), make " + type
                                    + " an @Embeddable, or name the package of its converter in --entities."));
        }
        String where = place.map(p -> "Hibernate rejects the mapping of " + p).orElse("Hibernate rejects the mapping");
        Matcher target = NOT_AN_ENTITY.matcher(reason);
        if (target.find()) {
            String type = target.group(1).replaceAll("\\.$", "");
            String packageName = type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : type;
            return new ModelException(
                    where,
                    reason,
                    "If " + type + " is an entity, read it too: add " + packageName
                            + " to --entities. Else annotate it with @Entity.");
        }
        if (place.isEmpty()) {
            List<String> found = culprits.get();
            if (!found.isEmpty()) {
                return new ModelException(
                        "Hibernate rejects the mapping of " + String.join(" and ", found),
                        reason + ". It names no attribute; without "
                                + (found.size() == 1 ? "that class" : "one of these classes") + " it does not say so.",
                        "Look at the attributes of " + found.get(0)
                                + " with uncommon types or annotations. The application would not start with them either.");
            }
        }
        return new ModelException(
                where, reason, "Correct the mapping: the application would not start with it either.");
    }

    private static String reason(List<Throwable> chain) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable link : chain) {
            String message = link.getMessage();
            boolean ofHibernate = link instanceof HibernateException || link instanceof PersistenceException;
            String text = message == null || message.isBlank() || !ofHibernate ? link.toString() : message.strip();
            if (messages.stream().noneMatch(m -> m.contains(text))) {
                messages.add(text);
            }
        }
        return String.join("; ", messages);
    }
}
