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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    /**
     * What may be persistent in a mapped class: a field, a getter, or both under one name.
     *
     * @param owner the class that declares it
     * @param identifier whether it is an identifier, or a part of one
     */
    record Attribute(String owner, String name, boolean identifier) {

        String display() {
            return simple(owner) + "." + name;
        }
    }

    private static final List<String> IDENTIFIERS = List.of("jakarta.persistence.Id", "jakarta.persistence.EmbeddedId");

    private final ClassPath classPath;
    private static final Pattern ENTITY = Pattern.compile("Entity '(\\w+)'");

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

    /** The class of an entity that a message begins with by its simple name, as in {@code Entity 'Car' must …}; empty where several have it. */
    Optional<String> entityIn(String message) {
        Matcher matcher = ENTITY.matcher(message);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        List<String> found =
                names.stream().filter(n -> simple(n).equals(matcher.group(1))).toList();
        return found.size() == 1 ? Optional.of(simple(found.get(0)) + " (" + found.get(0) + ")") : Optional.empty();
    }

    static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** All attributes that the mapped classes declare, in the order of their names. */
    List<Attribute> attributes() {
        List<Attribute> found = new ArrayList<>();
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                Map<String, Boolean> members = new TreeMap<>();
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    if (!field.isStatic() && !field.isTransient()) {
                        members.merge(field.getName(), isIdentifier(field::hasAnnotation), Boolean::logicalOr);
                    }
                }
                for (MethodInfo method : owner.getDeclaredMethodInfo()) {
                    String attribute = ClassFile.attributeOf(method.getName(), method.getTypeDescriptorStr());
                    if (!attribute.isEmpty() && !method.isStatic()) {
                        members.merge(attribute, isIdentifier(method::hasAnnotation), Boolean::logicalOr);
                    }
                }
                members.forEach((name, identifier) -> found.add(new Attribute(owner.getName(), name, identifier)));
            }
        }
        return found;
    }

    private static boolean isIdentifier(Predicate<String> annotated) {
        return IDENTIFIERS.stream().anyMatch(annotated);
    }

    /** The attributes of a type, such as {@code Product.price}. */
    List<String> attributesOf(String type) {
        List<String> found = new ArrayList<>();
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    if (field.getTypeSignatureOrTypeDescriptor().toString().contains(type)) {
                        found.add(member(owner, field.getName()));
                    }
                }
            }
        }
        return found;
    }

    /** A converter on the class path, of whatever package, that converts a type. */
    Optional<String> converterFor(String type) {
        try (ScanResult scan = scanAll()) {
            return scan.getAllClasses().stream()
                    .filter(c -> c.hasAnnotation("jakarta.persistence.Converter"))
                    .filter(c -> c.getTypeSignature() != null
                            && c.getTypeSignature().toString().contains("AttributeConverter<" + type + ","))
                    .map(ClassInfo::getName)
                    .findFirst();
        }
    }

    /** Whether a class is a converter, which fails wherever it is used. */
    boolean isConverter(String className) {
        try (ScanResult scan = scan()) {
            ClassInfo info = scan.getClassInfo(className);
            return info != null && info.hasAnnotation("jakarta.persistence.Converter");
        }
    }

    /** The mapped class, and its member if one does, that needs a class, as the start of a sentence that ends with the class. */
    Optional<String> userOf(String className) {
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    if (field.getTypeSignatureOrTypeDescriptor().toString().contains(className)) {
                        return Optional.of(member(owner, field.getName()) + " needs ");
                    }
                }
                for (MethodInfo method : owner.getDeclaredMethodInfo()) {
                    if (method.getTypeDescriptor().toString().contains(className)) {
                        return Optional.of(member(owner, method.getName() + "()") + " needs ");
                    }
                }
                if (owner.getSuperclasses().stream().anyMatch(c -> c.getName().equals(className))
                        || owner.getInterfaces().stream()
                                .anyMatch(c -> c.getName().equals(className))) {
                    return Optional.of(simple(owner.getName()) + " (" + owner.getName() + ") extends ");
                }
            }
        }
        return Optional.empty();
    }

    private static String member(ClassInfo owner, String name) {
        return simple(owner.getName()) + "." + name + " (" + owner.getName() + ")";
    }

    /** The first class named by an annotation that is not to be had, which Java itself reports as {@code Type [unknown] not present}. */
    Optional<Reference> absentInAnnotations() {
        try (ScanResult scan = scan()) {
            for (ClassInfo owner : mapped(scan)) {
                Reference found = absent(owner.getAnnotationInfo(), owner.getName());
                for (FieldInfo field : owner.getDeclaredFieldInfo()) {
                    found = found != null ? found : absent(field.getAnnotationInfo(), member(owner, field.getName()));
                }
                for (MethodInfo method : owner.getDeclaredMethodInfo()) {
                    found = found != null
                            ? found
                            : absent(method.getAnnotationInfo(), member(owner, method.getName() + "()"));
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
        return graph().acceptClasses(names.toArray(String[]::new))
                .enableExternalClasses()
                .scan();
    }

    private ScanResult scanAll() {
        return graph().scan();
    }

    private ClassGraph graph() {
        return new ClassGraph()
                .overrideClasspath(
                        classPath.elements().stream().map(Path::toString).toList())
                .enableAllInfo()
                .ignoreClassVisibility()
                .ignoreFieldVisibility()
                .ignoreMethodVisibility();
    }
}
