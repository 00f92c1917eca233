package dev.retort.model;

import io.github.classgraph.AnnotationClassRef;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.AnnotationParameterValue;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.FieldInfo;
import io.github.classgraph.MethodInfo;
import io.github.classgraph.ScanResult;
import java.lang.reflect.Array;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mapped classes looked through by their class files, to say where in them an error is; nothing is loaded. */
final class MappedClasses {

    private static final Pattern QUALIFIED = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");

    /**
     * A class that an annotation names.
     *
     * @param place the class, or its member, that is annotated
     */
    record Reference(String annotation, String place, String className) {}

    private final ClassPath classPath;
    private final Set<String> names;
    private final ClassLoader loader;

    MappedClasses(ClassPath classPath, Set<String> names, ClassLoader loader) {
        this.classPath = classPath;
        this.names = new TreeSet<>(names);
        this.loader = loader;
    }

    ClassLoader loader() {
        return loader;
    }

    /** The jar or folder that a class is loaded from. */
    String originOf(String className) {
        String resource = className.replace('.', '/') + ".class";
        URL url = loader.getResource(resource);
        return url == null
                ? "of nowhere"
                : url.toString()
                        .replace("!/" + resource, "")
                        .replace(resource, "")
                        .replaceFirst("^(jar:)?file:", "");
    }

    /** The entity, and attribute if there is one, that a message speaks of first. */
    Optional<String> placeIn(String message) {
        Matcher matcher = QUALIFIED.matcher(message);
        String whole = null;
        while (matcher.find()) {
            String text = matcher.group();
            Optional<String> owner = names.stream()
                    .filter(n -> text.equals(n) || text.startsWith(n + "."))
                    .max(Comparator.comparing(String::length));
            if (owner.isPresent() && text.length() > owner.get().length()) {
                return Optional.of(
                        simple(owner.get()) + text.substring(owner.get().length()) + " (" + owner.get() + ")");
            }
            whole = owner.isPresent() && whole == null ? text : whole;
        }
        return Optional.ofNullable(whole).map(n -> simple(n) + " (" + n + ")");
    }

    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** The attributes of a type, such as {@code Product.price}. */
    List<String> attributesOf(String type) {
        List<String> found = new ArrayList<>();
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    if (field.getTypeSignatureOrTypeDescriptor().toString().contains(type)) {
                        found.add(owner.getSimpleName() + "." + field.getName());
                    }
                }
            }
        }
        return found;
    }

    /** A converter on the class path, of whatever package, that converts a type. */
    Optional<String> converterFor(String type) {
        try (ScanResult scan = scan()) {
            return scan.getAllClasses().stream()
                    .filter(c -> c.hasAnnotation("jakarta.persistence.Converter"))
                    .filter(c -> c.getTypeSignature() != null
                            && c.getTypeSignature().toString().contains("AttributeConverter<" + type + ","))
                    .map(ClassInfo::getName)
                    .findFirst();
        }
    }

    /** The mapped class, and its member if one does, that needs a class. */
    Optional<String> userOf(String className) {
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    if (field.getTypeSignatureOrTypeDescriptor().toString().contains(className)) {
                        return Optional.of(owner.getSimpleName() + "." + field.getName());
                    }
                }
                for (MethodInfo method : owner.getDeclaredMethodInfo()) {
                    if (method.getTypeDescriptor().toString().contains(className)) {
                        return Optional.of(owner.getSimpleName() + "." + method.getName() + "()");
                    }
                }
                if (owner.getSuperclasses().stream().anyMatch(c -> c.getName().equals(className))
                        || owner.getInterfaces().stream()
                                .anyMatch(c -> c.getName().equals(className))) {
                    return Optional.of(owner.getName());
                }
            }
        }
        return Optional.empty();
    }

    /** The first class named by an annotation that is not to be had, which Java itself reports as {@code Type [unknown] not present}. */
    Optional<Reference> absentInAnnotations() {
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                Reference found = absent(owner.getAnnotationInfo(), owner.getName());
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    found = found != null
                            ? found
                            : absent(field.getAnnotationInfo(), owner.getSimpleName() + "." + field.getName());
                }
                for (MethodInfo method : owner.getDeclaredMethodInfo()) {
                    found = found != null
                            ? found
                            : absent(method.getAnnotationInfo(), owner.getSimpleName() + "." + method.getName() + "()");
                }
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Reference absent(AnnotationInfoList annotations, String place) {
        for (AnnotationInfo annotation : annotations) {
            for (AnnotationParameterValue value : annotation.getParameterValues(false)) {
                String missing = absent(value.getValue());
                if (missing != null) {
                    return new Reference(simple(annotation.getName()), place, missing);
                }
            }
        }
        return null;
    }

    private @Nullable String absent(@Nullable Object value) {
        if (value instanceof AnnotationClassRef reference) {
            String name = reference.getName();
            return loader.getResource(name.replace('.', '/') + ".class") == null && name.contains(".") ? name : null;
        }
        if (value instanceof AnnotationInfo nested) {
            for (AnnotationParameterValue inner : nested.getParameterValues(false)) {
                String missing = absent(inner.getValue());
                if (missing != null) {
                    return missing;
                }
            }
        }
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                String missing = absent(Array.get(value, i));
                if (missing != null) {
                    return missing;
                }
            }
        }
        return null;
    }

    private List<ClassInfo> mapped(ScanResult scan) {
        return names.stream().map(scan::getClassInfo).filter(c -> c != null).toList();
    }

    private ScanResult scan() {
        return new ClassGraph()
                .overrideClasspath(
                        classPath.elements().stream().map(Path::toString).toList())
                .enableAllInfo()
                .ignoreClassVisibility()
                .ignoreFieldVisibility()
                .ignoreMethodVisibility()
                .scan();
    }
}
