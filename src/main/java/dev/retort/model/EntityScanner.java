package dev.retort.model;

import dev.retort.ModelException;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.PackageInfo;
import io.github.classgraph.Resource;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the items of {@code --entities} into the classes, packages and documents that Hibernate reads. Loads no class. */
final class EntityScanner {

    private static final Set<String> MANAGED = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");
    private static final Pattern JAVA_NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    /** How the annotations are spelt in a class file. */
    private static final Set<String> DESCRIPTORS =
            MANAGED.stream().map(a -> "L" + a.replace('.', '/') + ";").collect(Collectors.toSet());

    private static final int SHOWN = 5;

    private final ClassPath classPath;
    private final ClassLoader loader;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> resources = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<PersistenceUnit> units = new ArrayList<>();

    EntityScanner(ClassPath classPath, ClassLoader loader) {
        this.classPath = classPath;
        this.loader = loader;
    }

    /**
     * The sources that the items name.
     *
     * @throws ModelException if an item names nothing, or a package holds no entity
     */
    EntitySources scan(List<String> items) {
        if (items.isEmpty()) {
            throw new ModelException(
                    "No entities are named",
                    "there is nothing to read the wanted schema from",
                    "Name the packages of your entities: --entities com.acme.shop, or entities = [\"com.acme.shop\"] in retort.toml.");
        }
        List<String> packageNames = new ArrayList<>();
        for (String item : items) {
            if (item.startsWith("unit:")) {
                unit(item.substring("unit:".length()));
            } else if (item.endsWith(".xml")) {
                document(item);
            } else if (!JAVA_NAME.matcher(item).matches()) {
                throw notFound(item);
            } else if (!namedClass(item)) {
                packageNames.add(item);
            }
        }
        if (!packageNames.isEmpty()) {
            packages(packageNames);
        }
        // A document may map a class that carries no annotation.
        if (resources.isEmpty() && files.isEmpty()) {
            named.forEach(this::requireManaged);
        }
        PersistenceUnits.requireAgreement(units);
        return new EntitySources(packages, classes, resources, files, settings);
    }

    private void unit(String name) {
        PersistenceUnit unit = PersistenceUnits.find(name, loader);
        units.add(unit);
        settings.putAll(unit.properties());
        new UnitContents(unit, classPath, loader).requirePresent();
        resources.addAll(unit.mappingFiles());
        classes.addAll(unit.classes());
        if (!unit.scanned().isEmpty()) {
            try (ScanResult scan = graph(unit.scanned()).scan()) {
                addManaged(scan, "");
            }
        }
    }

    private void document(String item) {
        if (item.endsWith("META-INF/persistence.xml")) {
            throw new ModelException(
                    item + " is no mapping document",
                    "it lists persistence units, and which of them is to be read is not said",
                    "Name the unit: --entities unit:NAME.");
        }
        if (loader.getResource(item) != null) {
            resources.add(item);
        } else if (Files.isRegularFile(Path.of(item))) {
            files.add(Path.of(item).toAbsolutePath().toString());
        } else {
            throw new ModelException(
                    "The mapping document " + item + " is not found",
                    "neither the class path nor this folder has it. Looked through: " + classPath.display(),
                    "Correct --entities, or add the folder or jar that holds it to --classpath.");
        }
    }

    /** Whether the item is a class; an inner class may be spelt with a dot. */
    private boolean namedClass(String item) {
        String name = item;
        while (loader.getResource(name.replace('.', '/') + ".class") == null) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(0, dot) + '$' + name.substring(dot + 1);
        }
        classes.add(name);
        named.add(name);
        return true;
    }

    private void requireManaged(String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in != null && !ClassFile.names(in.readAllBytes(), DESCRIPTORS)) {
                throw new ModelException(
                        "The class " + name + " is no entity",
                        "it is annotated with none of @Entity, @Embeddable, @MappedSuperclass and @Converter, and no mapping document is named",
                        "Annotate it, correct --entities, or name the document that maps it too: --entities META-INF/orm.xml.");
            }
        } catch (IOException e) {
            throw (ModelException) damaged(name, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    private ModelException damaged(String name, String reason) {
        return new ModelException(
                "The class file of " + name + " cannot be read",
                "it is damaged, or not whole (" + reason + "). Looked through: " + classPath.display(),
                "Compile the entities again.");
    }

    private void packages(List<String> names) {
        try (ScanResult scan = graph(classPath.elements())
                .acceptPackages(names.toArray(String[]::new))
                .scan()) {
            for (String name : names) {
                if (addManaged(scan, name) == 0) {
                    throw empty(name, scan);
                }
            }
        }
    }

    private static ClassGraph graph(List<Path> elements) {
        if (elements.isEmpty()) {
            throw new ModelException(
                    "The class path is empty",
                    "packages are looked for in its folders and jars",
                    "Name what holds the compiled entities: --classpath target/classes");
        }
        return new ClassGraph()
                .overrideClasspath(elements.stream().map(Path::toString).toList())
                .enableClassInfo()
                .enableAnnotationInfo()
                .ignoreClassVisibility()
                .disableNestedJarScanning();
    }

    /** Adds what lies in the package or below it; the number of entities, or of documents' classes, found. */
    private int addManaged(ScanResult scan, String packageName) {
        int entities = 0;
        Set<String> found = new TreeSet<>();
        for (ClassInfo info : scan.getAllClasses()) {
            if (isIn(info.getPackageName(), packageName) && isManaged(info)) {
                found.add(info.getName());
                entities += info.hasAnnotation("jakarta.persistence.Entity") ? 1 : 0;
            }
        }
        classes.addAll(found);
        // An entity left out in silence would be a table to drop.
        for (Resource resource : scan.getResourcesWithExtension("class")) {
            String name = resource.getPath()
                    .substring(0, resource.getPath().length() - ".class".length())
                    .replace('/', '.');
            int dot = Math.max(name.lastIndexOf('.'), 0);
            if (isIn(name.substring(0, dot), packageName)
                    && !name.endsWith("-info")
                    && scan.getClassInfo(name) == null) {
                throw damaged(name, "of " + resource.getLength() + " bytes");
            }
        }
        for (PackageInfo info : scan.getPackageInfo()) {
            if (isIn(info.getName(), packageName) && !info.getAnnotationInfo().isEmpty()) {
                packages.add(info.getName());
            }
        }
        return entities;
    }

    private static boolean isManaged(ClassInfo info) {
        return info.getAnnotationInfo().directOnly().stream().anyMatch(a -> MANAGED.contains(a.getName()));
    }

    private static boolean isIn(String candidate, String packageName) {
        return packageName.isEmpty() || candidate.equals(packageName) || candidate.startsWith(packageName + ".");
    }

    private ModelException empty(String name, ScanResult scan) {
        List<ClassInfo> there = scan.getAllClasses().stream()
                .filter(c -> isIn(c.getPackageName(), name))
                .toList();
        boolean javax = there.stream()
                .flatMap(c -> c.getAnnotationInfo().stream())
                .anyMatch(a -> a.getName().equals("javax.persistence.Entity"));
        if (javax) {
            return new ModelException(
                    "The package " + name + " has no entity",
                    "its classes carry javax.persistence annotations, and Hibernate 7 reads jakarta.persistence ones",
                    "Migrate the imports from javax.persistence to jakarta.persistence.");
        }
        if (there.isEmpty()) {
            return notFound(name);
        }
        return new ModelException(
                "The package " + name + " has no entity",
                "none of its " + there.size() + " classes is annotated with jakarta.persistence.Entity ("
                        + there.stream()
                                .map(ClassInfo::getSimpleName)
                                .sorted()
                                .limit(SHOWN)
                                .collect(Collectors.joining(", "))
                        + (there.size() > SHOWN ? ", …" : "") + "). Looked through: " + classPath.display(),
                "Correct --entities; entities that only XML maps are named by their document: --entities META-INF/orm.xml.");
    }

    private ModelException notFound(String item) {
        return new ModelException(
                "There is no class or package " + item,
                "nothing of that name was found" + entitiesElsewhere() + ". Looked through: " + classPath.display(),
                "Compile the entities, correct --entities, or add the folder or jar that holds them: --classpath target/classes.");
    }

    /** Where there are entities, for one who misspelt a name. */
    private String entitiesElsewhere() {
        Map<String, Set<String>> byPackage = new TreeMap<>();
        try (ScanResult scan = graph(classPath.elements()).scan()) {
            scan.getClassesWithAnnotation("jakarta.persistence.Entity").forEach(info -> byPackage
                    .computeIfAbsent(info.getPackageName(), p -> new TreeSet<>())
                    .add(info.getSimpleName()));
        }
        return byPackage.isEmpty()
                ? ", and the class path holds no entity at all"
                : "; there are entities in "
                        + byPackage.entrySet().stream()
                                .limit(SHOWN)
                                .map(e -> e.getKey() + " (" + shortened(e.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + (byPackage.size() > SHOWN ? " and " + (byPackage.size() - SHOWN) + " more packages" : "");
    }

    private static String shortened(Set<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
    }
}
