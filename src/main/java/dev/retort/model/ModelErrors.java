package dev.retort.model;

import dev.retort.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Version;

/** Explains what Hibernate, or the application's own code, threw while the entities were read: on which entity and attribute, why, and what to do. */
final class ModelErrors {

    private static final Pattern UNKNOWN_TYPE = Pattern.compile(
            "(?:Java type|type descriptor for|BasicJavaType for|Unable to determine SqmMappingModelPart type for|type for:?) '?([\\w.$]+)'?");
    private static final Pattern NOT_AN_ENTITY = Pattern.compile(
            "(?:targets the type|references an unknown entity:|unmapped class|unknown class) '?([\\w.$]+)'?");
    private static final Pattern CLASS_VERSION =
            Pattern.compile("([\\w/$]+) has been compiled.*?class file version (\\d+)");

    private final ClassPath classPath;
    private final EntitySources sources;
    private final Map<String, Object> settings;
    private final Trial trial;
    private final MappedClasses classes;
    private final MappingDocuments documents;

    /**
     * Explanations of one reading.
     *
     * @param trial reads again what failed
     */
    ModelErrors(
            ClassPath classPath, EntitySources sources, Map<String, Object> settings, ClassLoader loader, Trial trial) {
        this.trial = trial;
        this.classPath = classPath;
        this.sources = sources;
        this.settings = settings;
        this.classes = new MappedClasses(classPath, sources.classes(), loader);
        this.documents = new MappingDocuments(sources, loader);
    }

    /** The error to report; {@code e} is its cause. */
    ModelException explain(Throwable e) {
        ModelException failure = translate(e, FailureText.of(e));
        failure.initCause(e);
        return failure;
    }

    private ModelException translate(Throwable e, FailureText failure) {
        Optional<BrokenProvider> provider =
                isLinkage(failure) ? BrokenProvider.find(classes.loader()) : Optional.empty();
        if (provider.isPresent()) {
            return broken(provider.get());
        }
        for (Throwable link : failure.chain()) {
            Matcher version = CLASS_VERSION.matcher(String.valueOf(link.getMessage()));
            if (link instanceof UnsupportedClassVersionError && version.find()) {
                return newer(version.group(1).replace('/', '.'), Integer.parseInt(version.group(2)) - 44);
            }
        }
        if (failure.has(TypeNotPresentException.class)) {
            Optional<MappedClasses.Reference> reference = classes.absentInAnnotations();
            if (reference.isPresent()) {
                return absent(reference.get());
            }
        }
        for (Throwable link : failure.chain()) {
            Optional<String> missing = MissingClass.named(link, classes.loader());
            if (missing.isPresent()) {
                return missing(missing.get());
            }
        }
        return failure.chain().stream()
                .filter(IncompatibleClassChangeError.class::isInstance)
                .findFirst()
                .map(this::mismatch)
                .orElseGet(() -> rejected(e, failure));
    }

    private static boolean isLinkage(FailureText failure) {
        return failure.has(LinkageError.class)
                || failure.has(ServiceConfigurationError.class)
                || failure.has(NoSuchMethodException.class);
    }

    private static ModelException broken(BrokenProvider provider) {
        return new ModelException(
                provider.provider() + ", which extends Hibernate, cannot be loaded from " + provider.origin(),
                "it was compiled for another version of Hibernate, or misses a library: " + provider.reason(),
                "Put a version of that jar on --classpath that goes with Hibernate " + Version.getVersionString()
                        + ", or leave the jar out.");
    }

    private ModelException newer(String className, int release) {
        int here = Runtime.version().feature();
        return new ModelException(
                "The class " + className + " cannot be read",
                "it is compiled for Java " + release + ", and Retort runs on Java " + here,
                "Run Retort with Java " + release
                        + " or newer (JAVA_HOME=… retort …), or compile the entities with --release " + here + ".");
    }

    private ModelException missing(String className) {
        Optional<String> setting = settings.entrySet().stream()
                .filter(s -> className.equals(s.getValue()))
                .map(s -> "The setting " + s.getKey() + " names " + className)
                .findFirst();
        String user = setting.or(() -> classes.userOf(className).map(u -> u + className))
                .or(() -> documents.lineOf(className).map(line -> line + " names the class " + className))
                .orElse("The class " + className + " is missing");
        return new ModelException(
                user,
                "it is not on the class path. Looked through: " + classPath.display(),
                RenamedClasses.cure(className, classes.loader())
                        .orElse((setting.isPresent() || user.contains(", line ") ? "Correct the name, or add" : "Add")
                                + " the jar or folder that holds " + className + " to --classpath."));
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

    private ModelException rejected(Throwable e, FailureText failure) {
        String reason = failure.reason();
        Optional<String> unparsed = MappingDocuments.unparsed(reason);
        if (unparsed.isPresent()) {
            return new ModelException(
                    "The mapping document " + unparsed.get() + " cannot be read",
                    MappingDocuments.essence(failure),
                    MappingDocuments.cure(reason));
        }
        Matcher unknown = UNKNOWN_TYPE.matcher(reason);
        if (unknown.find()) {
            String type = unknown.group(1);
            List<String> users = classes.attributesOf(type);
            if (!users.isEmpty()) {
                return new ModelException(
                        "Hibernate does not know how to map " + String.join(", ", users) + " of type " + type,
                        reason,
                        unmapped(type));
            }
        }
        String place = classes.placeIn(reason)
                .filter(p -> p.indexOf('.') < p.indexOf(' '))
                .or(() -> documents.lineOf(reason))
                .or(() -> classes.placeIn(reason).filter(this::isConverter))
                .or(() -> classes.entityIn(reason))
                .or(() -> failure.initialised().map(this::users).filter(users -> !users.isEmpty()))
                .or(() -> Optional.of(culprits(e)).filter(found -> !found.isEmpty()))
                .or(() -> classes.placeIn(reason))
                .or(() -> setting(reason))
                .orElse("");
        String where = place.isEmpty()
                ? failure.applicationMethod()
                        .map(m -> "Hibernate cannot read the entities because of " + m)
                        .orElse("Hibernate rejects the mapping")
                : "Hibernate rejects " + (place.startsWith("the setting ") ? place : "the mapping of " + place);
        Matcher target = NOT_AN_ENTITY.matcher(reason);
        if (target.find()) {
            String type = target.group(1).replaceAll("\\.$", "");
            String packageName = type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : type;
            return new ModelException(
                    where,
                    reason,
                    type.startsWith("java.")
                            ? "Leave the association's annotation out, or give the attribute the type of an entity."
                            : "If " + type + " is an entity, read it too: add " + packageName
                                    + " to --entities. Else annotate it with @Entity.");
        }
        return new ModelException(where, reason, MappingCures.of(failure, place));
    }

    private String unmapped(String type) {
        if (sources.classes().contains(type)) {
            return "Annotate it with @ManyToOne or @OneToOne, where @Id stands: on the field or on the getter. Annotations in the other place are not read.";
        }
        return classes.converterFor(type)
                .map(c -> c + " converts it: name it, or its package, in --entities.")
                .orElse("Give the attribute a converter (@Convert), make " + type
                        + " an @Embeddable, or name the package of its converter in --entities.");
    }

    private String users(String type) {
        return String.join(" and ", classes.attributesOf(type));
    }

    /** Whether a place is a converter's class, such as {@code Cents (shop.Cents)}. */
    private boolean isConverter(String place) {
        return classes.isConverter(place.substring(place.indexOf('(') + 1, place.length() - 1));
    }

    private String culprits(Throwable e) {
        return new Culprits(classes.loader(), sources, trial, e, classes.attributes())
                .find()
                .display();
    }

    /** The setting whose value a message speaks of. */
    private Optional<String> setting(String reason) {
        return settings.entrySet().stream()
                .filter(s -> s.getValue() instanceof String value && value.length() > 3 && reason.contains(value))
                .map(s -> "the setting " + s.getKey() + "=" + s.getValue())
                .findFirst();
    }
}
