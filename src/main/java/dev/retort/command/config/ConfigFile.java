package dev.retort.command.config;

import dev.retort.UsageException;
import dev.retort.command.config.toml.TomlException;
import dev.retort.command.config.toml.TomlReader;
import dev.retort.command.config.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@code retort.toml}, read and checked: every key known, every value of its kind.
 *
 * @param path the file
 * @param top the settings outside any environment
 * @param environments the settings of each {@code [env.NAME]}
 */
public record ConfigFile(
        Path path, Map<ConfigKey, Setting> top, SortedMap<String, Map<ConfigKey, Setting>> environments) {

    /** The name that is looked for. */
    public static final String NAME = "retort.toml";

    /** The file of that name in this folder or the nearest one above. */
    public static @Nullable Path find(Path from) {
        for (Path folder = from.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(NAME);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, is not TOML, or holds a key or value that means nothing
     */
    public static ConfigFile read(Path path) {
        TomlTable toml = parse(path);
        ConfigTableReader reader = new ConfigTableReader(path);
        Map<ConfigKey, Setting> top = new EnumMap<>(ConfigKey.class);
        SortedMap<String, Map<ConfigKey, Setting>> environments = new TreeMap<>();
        TomlTable env = reader.environments(toml);
        reader.read(toml, "", top);
        if (env != null) {
            for (String name : env.keys()) {
                Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);
                reader.read(reader.environment(env, name), "env." + name + ".", settings);
                environments.put(name, settings);
            }
        }
        return new ConfigFile(path, top, environments);
    }

    private static TomlTable parse(Path path) {
        try {
            return TomlReader.read(Files.readString(path));
        } catch (IOException e) {
            throw new UsageException(
                            "Cannot read " + path,
                            e.getClass().getSimpleName() + ": " + e.getMessage(),
                            "Name the file with --config FILE, or write one: retort init")
                    .causedBy(e);
        } catch (TomlException e) {
            throw new UsageException(
                            "Cannot read " + path + ", line " + e.line(),
                            e.sentence(),
                            "Correct the line; the grammar is that of https://toml.io.")
                    .causedBy(e);
        }
    }
}
