package dev.retort.command.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where the source of an entity stands, so that a reader can be pointed at the line; only looks, and only where sources usually are. */
public final class EntityFiles {

    private static final List<String> ROOTS = List.of("src/main/java/", "src/main/kotlin/", "src/", "");
    private static final List<String> SUFFIXES = List.of(".java", ".kt");

    private final Path folder;
    private final Map<String, String> entities;
    private final Map<String, Optional<Path>> found = new HashMap<>();

    /**
     * A line of a source file.
     *
     * @param file relative to the repository, with slashes
     * @param line from 1 on
     */
    public record Place(String file, int line) {}

    /**
     * Looks below the folder of the settings.
     *
     * @param entities the fully qualified class of an entity by its short name
     */
    EntityFiles(Path folder, Map<String, String> entities) {
        this.folder = folder;
        this.entities = entities;
    }

    /** The place of an origin such as {@code Customer.tier}: the attribute's line, else that of the class; empty where no source is found. */
    Optional<Place> of(String origin) {
        String[] parts = origin.split("[., ]+", -1);
        String type = entities.get(parts[0]);
        if (type == null) {
            return Optional.empty();
        }
        String outer = type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
        return found.computeIfAbsent(outer, this::find).flatMap(file -> place(file, type, parts));
    }

    private Optional<Path> find(String type) {
        for (String root : ROOTS) {
            for (String suffix : SUFFIXES) {
                Path file = folder.resolve(root + type.replace('.', '/') + suffix);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Place> place(Path file, String type, String[] origin) {
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            // A source in another encoding is one that nobody can be pointed into.
            return Optional.empty();
        }
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        int declared =
                Math.max(line(lines, 0, "\\b(class|interface|record|object)\\s+" + Pattern.quote(simple) + "\\b"), 0);
        int attribute = origin.length > 1
                ? line(lines, declared, "[\\w>\\])?]\\s+" + Pattern.quote(origin[1]) + "\\s*[;=:,]")
                : -1;
        String name =
                root().relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return Optional.of(new Place(name, (attribute < 0 ? declared : attribute) + 1));
    }

    private static int line(List<String> lines, int from, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        for (int i = from; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    /** The repository's folder, which paths in a review are relative to; that of the settings where there is none. */
    private Path root() {
        Path start = folder.toAbsolutePath().normalize();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return start;
    }
}
