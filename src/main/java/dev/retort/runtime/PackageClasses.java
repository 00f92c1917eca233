package dev.retort.runtime;

import dev.retort.RevisionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the classes of a package and its sub-packages in the folders and jars of a class path, without loading any. */
final class PackageClasses {

    private final ClassLoader loader;
    private final String prefix;

    PackageClasses(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.prefix = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    }

    /**
     * A class.
     *
     * @param location the URL of its file
     */
    record Found(String className, String location) {}

    /** The top-level classes whose file names an annotation, or a type as one that it extends, in the order of their names. */
    List<Found> mentioning(Class<?> annotation, Class<?> type) {
        String descriptor = "L" + annotation.getName().replace('.', '/') + ";";
        String extended = type.getName().replace('.', '/');
        // Class files hold names as modified UTF-8; ours are ASCII, so a search in Latin-1 finds them.
        Map<String, Found> found = new TreeMap<>();
        try {
            for (URL url : Collections.list(loader.getResources(prefix))) {
                for (Entry entry : entries(url)) {
                    if (entry.content().contains(descriptor) || entry.content().contains(extended)) {
                        String name = entry.name().substring(0, entry.name().length() - ".class".length());
                        found.putIfAbsent(name, new Found(name.replace('/', '.'), entry.location()));
                    }
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new RevisionException(
                            "Cannot list the classes of package " + prefix.replace('/', '.'),
                            String.valueOf(e.getMessage()),
                            "Check the class path.")
                    .causedBy(e);
        }
        return List.copyOf(found.values());
    }

    private record Entry(String name, String location, String content) {}

    private List<Entry> entries(URL url) throws IOException, URISyntaxException {
        if (url.getProtocol().equals("file")) {
            return inFolder(url.toURI());
        }
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return inJar(jar);
        }
        throw new IOException("cannot look into " + url);
    }

    private List<Entry> inFolder(URI uri) throws IOException {
        Path folder = Path.of(uri);
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = prefix + folder.relativize(file).toString().replace('\\', '/');
                if (isClass(name)) {
                    entries.add(new Entry(name, file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
                }
            }
        }
        return entries;
    }

    private List<Entry> inJar(JarURLConnection connection) throws IOException {
        // A cached jar would stay open, and locked on Windows.
        connection.setUseCaches(false);
        List<Entry> entries = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(prefix) && isClass(entry.getName())) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String location = connection.getJarFileURL() + "!/" + entry.getName();
                        entries.add(new Entry(
                                entry.getName(), location, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
                    }
                }
            }
        }
        return entries;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && name.indexOf('$') < 0;
    }
}
