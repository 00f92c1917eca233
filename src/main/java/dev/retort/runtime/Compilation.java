package dev.retort.runtime;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a compilation gave.
 *
 * @param bySource the classes by the source file that holds them, then by binary name
 * @param otherClasses classes of sources that were not asked for but used
 * @param dependencies the sources that were not asked for but read
 */
record Compilation(
        Map<String, Map<String, byte[]>> bySource, Map<String, byte[]> otherClasses, List<Path> dependencies) {

    /** The classes of one source, with those that it may have used beside it, so that it can be run from a cache alone. */
    Map<String, byte[]> classesOf(String source) {
        Map<String, byte[]> classes = new LinkedHashMap<>(bySource.getOrDefault(source, Map.of()));
        classes.putAll(otherClasses);
        return classes;
    }
}
