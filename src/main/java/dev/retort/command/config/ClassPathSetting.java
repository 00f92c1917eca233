package dev.retort.command.config;

import dev.retort.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The class path as the JVM's own option has it: folders, jars, and {@code dir/*} for every jar of a folder. */
final class ClassPathSetting {

    private ClassPathSetting() {}

    /**
     * The paths with wildcards expanded.
     *
     * @throws UsageException if one does not exist
     */
    static List<Path> expand(List<Path> written) {
        List<Path> expanded = new ArrayList<>();
        for (Path path : written) {
            Path parent = path.getParent();
            if (parent != null
                    && Optional.ofNullable(path.getFileName())
                            .map(Path::toString)
                            .orElse("")
                            .equals("*")) {
                expanded.addAll(jars(parent));
            } else if (Files.exists(path)) {
                expanded.add(path);
            } else {
                throw missing(path);
            }
        }
        return expanded;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw (UsageException) missing(folder).causedBy(e);
        }
    }

    private static UsageException missing(Path path) {
        return new UsageException(
                "The class path names " + path,
                "there is no such file or folder.",
                "Compile the entities first (mvn compile), or correct --classpath.");
    }
}
