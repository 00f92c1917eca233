package dev.retort.command.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the packages of entities in compiled classes or in sources, by their text: nothing is loaded, and nothing else is needed. */
final class EntityFinder {

    /** How a class file names the annotation. */
    private static final String IN_CLASS = "Ljakarta/persistence/Entity;";

    private static final Pattern IN_SOURCE = Pattern.compile("(?m)^\\s*@(jakarta\\.persistence\\.)?Entity\\b");

    private static final String IMPORTED = "jakarta.persistence.";

    /** Enough for any project; a folder with more is not one. */
    private static final int MOST_FILES = 50_000;

    private EntityFinder() {}

    /**
     * The packages and how many entities each holds.
     *
     * @param root a class path's folder, or a source root
     */
    static SortedMap<String, Integer> in(Path root) {
        SortedMap<String, Integer> packages = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return packages;
        }
        try {
            for (Path file : files(root)) {
                if (isEntity(file)) {
                    Path folder = Optional.ofNullable(root.relativize(file).getParent())
                            .orElse(Path.of(""));
                    List<String> parts = new ArrayList<>();
                    folder.forEach(part -> parts.add(part.toString()));
                    packages.merge(String.join(".", parts), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packages.remove("");
        return packages;
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.toString();
                if (name.endsWith(".class") || name.endsWith(".java") || name.endsWith(".kt")) {
                    files.add(file);
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // What cannot be read is nothing that could be guessed from.
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isEntity(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return false;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return file.toString().endsWith(".class")
                ? text.contains(IN_CLASS)
                : text.contains(IMPORTED) && IN_SOURCE.matcher(text).find();
    }
}
