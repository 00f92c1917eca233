package dev.retort.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds the entities in the folders of a class path that nobody named. Reads the text of class files, and loads none. */
public final class EntitiesAside {

    /** How a class file names the annotation. */
    private static final String ENTITY = "Ljakarta/persistence/Entity;";

    private EntitiesAside() {}

    /**
     * The classes of entities, fully qualified.
     *
     * @param classPath its jars are others' work, and not looked through
     * @param named the packages and classes that are read
     * @param read the entities that were
     */
    public static NavigableSet<String> find(List<Path> classPath, Collection<String> named, Collection<String> read) {
        NavigableSet<String> aside = new TreeSet<>();
        for (Path root : classPath) {
            if (Files.isDirectory(root)) {
                candidates(root, named).parallelStream()
                        .filter(EntitiesAside::isEntity)
                        .map(file -> name(root, file))
                        .filter(name -> !read.contains(name))
                        .forEachOrdered(aside::add);
            }
        }
        return aside;
    }

    private static String name(Path root, Path file) {
        String path = root.relativize(file).toString();
        return path.substring(0, path.length() - ".class".length())
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static List<Path> candidates(Path root, Collection<String> named) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = root.relativize(folder)
                            .toString()
                            .replace(folder.getFileSystem().getSeparator(), ".");
                    return named.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".class")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // What cannot be read here is no part of the model.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean isEntity(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(ENTITY);
        } catch (IOException e) {
            return false;
        }
    }
}
