package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders and jars that the entities are loaded from. */
record ClassPath(List<Path> elements) {

    /** Nobody reads on when a message lists two hundred jars. */
    private static final int SHOWN = 6;

    ClassPath {
        elements = List.copyOf(elements);
    }

    /**
     * Resolves {@code dir/*} into the jars of the folder, sorted by name.
     *
     * @throws ModelException if a folder or jar does not exist
     */
    static ClassPath of(List<Path> stated) {
        List<Path> elements = new ArrayList<>();
        for (Path element : stated) {
            if (element.endsWith("*")) {
                elements.addAll(jarsIn(element.toAbsolutePath().resolveSibling("")));
            } else if (Files.exists(element)) {
                elements.add(element.toAbsolutePath().normalize());
            } else {
                throw missing(element);
            }
        }
        return new ClassPath(elements);
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelException(
                            "The class path's folder " + folder + " cannot be listed",
                            String.valueOf(e.getMessage()),
                            "Check its permissions.")
                    .causedBy(e);
        }
    }

    private static ModelException missing(Path element) {
        return new ModelException(
                "The class path names " + element,
                "there is no such file or folder",
                "Compile the entities first, or correct --classpath (relative paths start from the folder of retort.toml, or from this one).");
    }

    /** Whether a folder or jar is one of these elements, however it is spelt. */
    boolean holds(Path element) {
        try {
            Path real = element.toRealPath();
            for (Path ours : elements) {
                if (ours.toRealPath().equals(real)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new ModelException(
                            "The class path cannot be looked through for " + element,
                            String.valueOf(e.getMessage()),
                            "Check its permissions.")
                    .causedBy(e);
        }
    }

    /** A loader of these elements, below ours, which supplies Hibernate and the Jakarta APIs. */
    URLClassLoader loader() {
        return new URLClassLoader("entities", urls(), ours());
    }

    /** A loader of these elements apart from ours: these supply Hibernate themselves. */
    URLClassLoader apart() {
        return new ApartLoader(urls(), ours());
    }

    URL[] urls() {
        return elements.stream().map(ClassPath::url).toArray(URL[]::new);
    }

    private static ClassLoader ours() {
        ClassLoader ours = ClassPath.class.getClassLoader();
        return ours == null ? ClassLoader.getSystemClassLoader() : ours;
    }

    private static URL url(Path element) {
        try {
            return element.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is always a URL: " + element, e);
        }
    }

    /** The elements for an error message, one a line. */
    String display() {
        if (elements.isEmpty()) {
            return "an empty class path";
        }
        String shown =
                elements.stream().limit(SHOWN).map(Path::toString).collect(Collectors.joining("\n  ", "\n  ", ""));
        return elements.size() <= SHOWN ? shown : shown + "\n  and " + (elements.size() - SHOWN) + " more";
    }
}
