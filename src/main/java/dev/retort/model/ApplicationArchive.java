package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar or war that holds an application with its libraries, as Spring Boot packs them: classes in {@code BOOT-INF/classes}, jars in {@code BOOT-INF/lib}.
 *
 * <p>Java loads nothing from a jar within a jar, so both are unpacked into a folder that is kept: a library once, however many builds hold it; the classes
 * once for each that differs.
 */
public final class ApplicationArchive {

    private static final List<String> ROOTS = List.of("BOOT-INF/", "WEB-INF/");

    private final Path archive;
    private final ZipFile zip;
    private final String root;
    private final Path cache;

    private ApplicationArchive(Path archive, ZipFile zip, String root, Path cache) {
        this.archive = archive;
        this.zip = zip;
        this.root = root;
        this.cache = cache;
    }

    /**
     * The class path with every application archive replaced by its classes and libraries.
     *
     * @param cache where they are unpacked; shared by processes safely
     * @throws ModelException if one cannot be read or unpacked
     */
    public static List<Path> unpacked(List<Path> elements, Path cache) {
        List<Path> unpacked = new ArrayList<>();
        for (Path element : elements) {
            String name = element.toString();
            if (Files.isRegularFile(element) && (name.endsWith(".jar") || name.endsWith(".war"))) {
                unpacked.addAll(unpacked(element, cache));
            } else {
                unpacked.add(element);
            }
        }
        return unpacked;
    }

    private static List<Path> unpacked(Path element, Path cache) {
        try (ZipFile zip = new ZipFile(element.toFile())) {
            for (String root : ROOTS) {
                if (zip.getEntry(root + "classes/") != null || zip.getEntry(root + "lib/") != null) {
                    return new ApplicationArchive(element, zip, root, cache).elements();
                }
            }
            return List.of(element);
        } catch (IOException e) {
            throw new ModelException(
                            "The class path's archive " + element + " cannot be read",
                            String.valueOf(e.getMessage()),
                            "Build it again, or correct --classpath; unpacked archives are kept in " + cache
                                    + ", which may be deleted.")
                    .causedBy(e);
        }
    }

    private List<Path> elements() throws IOException {
        List<ZipEntry> classes = new ArrayList<>();
        List<Path> elements = new ArrayList<>();
        for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
            if (entry.getName().startsWith(root + "classes/")) {
                classes.add(entry);
            } else if (entry.getName().startsWith(root + "lib/")
                    && entry.getName().endsWith(".jar")) {
                elements.add(library(entry));
            }
        }
        elements.sort(null);
        elements.add(0, classes(classes));
        return elements;
    }

    private Path library(ZipEntry entry) throws IOException {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        String content = Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
        Path folder = Files.createDirectories(cache.resolve("lib").resolve(content));
        Path file = within(folder, name);
        if (!Files.exists(file)) {
            Path made = Files.createTempFile(folder, name, ".part");
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
            }
        }
        return file;
    }

    private Path classes(List<ZipEntry> entries) throws IOException {
        CRC32 content = new CRC32();
        long size = 0;
        for (ZipEntry entry : entries) {
            content.update((entry.getName() + '\n' + entry.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
            size += entry.getSize();
        }
        String name = String.valueOf(archive.getFileName());
        Path folder = cache.resolve(name + "-" + Long.toHexString(content.getValue()) + "-" + size);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path made = Files.createTempDirectory(cache, name + ".part");
        try {
            for (ZipEntry entry : entries) {
                Path file = within(made, entry.getName().substring((root + "classes/").length()));
                Files.createDirectories(file.resolveSibling(""));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
            moveUnlessThere(made, folder);
        } finally {
            delete(made);
        }
        return folder;
    }

    /** Another process may have been quicker. */
    private static void moveUnlessThere(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private Path within(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("an entry of " + archive + " leads out of it: " + name);
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
