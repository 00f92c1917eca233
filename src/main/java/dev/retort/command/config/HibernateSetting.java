package dev.retort.command.config;

import dev.retort.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hibernate's own settings, of properties files and of tables, the stronger over the weaker. */
final class HibernateSetting {

    private HibernateSetting() {}

    /** Merges the settings, given weakest first. */
    static SortedMap<String, String> merge(List<Setting> weakestFirst) {
        SortedMap<String, String> merged = new TreeMap<>();
        for (Setting setting : weakestFirst) {
            setting.values()
                    .forEach(file -> merged.putAll(properties(setting.base().resolve(file))));
            merged.putAll(setting.table());
        }
        return merged;
    }

    private static SortedMap<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                            "Cannot read " + file,
                            e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                            "Correct --hibernate-properties FILE.")
                    .causedBy(e);
        }
        SortedMap<String, String> pairs = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> pairs.put(name, properties.getProperty(name)));
        return pairs;
    }
}
