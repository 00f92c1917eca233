package dev.retort.command.config;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the settings of one command together.
 *
 * @param variables the environment variables
 * @param directory the folder that the command was called in
 */
public record ConfigLoader(Map<String, String> variables, Path directory) {

    /** Where the chosen environment stands among the layers. */
    private static final int ENVIRONMENT_LAYER = 2;

    /**
     * Loads the configuration: command line over environment variables over the chosen {@code [env.NAME]} over the top of the file.
     *
     * @param commandLine the options that were given
     * @param fileName the file given by name; null to look for one
     * @param environmentName the environment given by name; null for the default
     * @throws UsageException if the file or a name is wrong
     */
    public Config load(
            Map<ConfigKey, Setting> commandLine, @Nullable String fileName, @Nullable String environmentName) {
        ConfigFile file = file(fileName);
        Map<ConfigKey, Setting> top = file == null ? Map.of() : file.top();
        String environment = environmentName(environmentName, top);
        Settings settings = new Settings(
                List.of(commandLine, environmentVariables(), environmentLayer(file, environment), top),
                new Variables(variables));
        return new Config(settings, file, environment, directory, variables);
    }

    /**
     * What the command line and the environment variables say, for who reads no file or cannot read it.
     *
     * @param commandLine the options that were given
     */
    public Config withoutFile(Map<ConfigKey, Setting> commandLine) {
        Settings settings = new Settings(
                List.of(commandLine, environmentVariables(), Map.of(), Map.of()), new Variables(variables));
        return new Config(settings, null, null, directory, variables);
    }

    /** Splits what the command line or a variable holds into the values of a key. */
    public static List<String> split(ConfigKey key, String text) {
        return switch (key.kind()) {
            case LIST -> parts(text, ",");
            case PATH_LIST -> parts(text, Pattern.quote(File.pathSeparator));
            default -> List.of(text);
        };
    }

    Config inEnvironment(Config config, String name) {
        Settings settings = config.settings()
                .withLayer(ENVIRONMENT_LAYER, environmentLayer(config.configFile(), name))
                .withLayer(0, Map.of())
                .withLayer(1, Map.of());
        return new Config(settings, config.configFile(), name, directory, variables);
    }

    private @Nullable ConfigFile file(@Nullable String fileName) {
        String named = fileName != null ? fileName : present("RETORT_CONFIG").orElse(null);
        if (named == null) {
            Path found = ConfigFile.find(directory);
            return found == null ? null : ConfigFile.read(found);
        }
        Path path = directory.resolve(named).normalize();
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    "Cannot read the configuration " + path,
                    "there is no such file.",
                    "Correct --config, or write one: retort init");
        }
        return ConfigFile.read(path);
    }

    private @Nullable String environmentName(@Nullable String given, Map<ConfigKey, Setting> top) {
        if (given != null) {
            return given;
        }
        Setting fallback = top.get(ConfigKey.DEFAULT_ENV);
        return present("RETORT_ENV")
                .orElse(fallback == null ? null : fallback.values().get(0));
    }

    private static Map<ConfigKey, Setting> environmentLayer(@Nullable ConfigFile file, @Nullable String name) {
        if (name == null) {
            return Map.of();
        }
        if (file == null) {
            throw new UsageException(
                    "There is no environment \"" + name + "\"",
                    "no " + ConfigFile.NAME + " was found here or above.",
                    "Name the file with --config FILE, or write one: retort init");
        }
        Map<ConfigKey, Setting> layer = file.environments().get(name);
        if (layer == null) {
            String known = file.environments().isEmpty()
                    ? "it has none"
                    : "it has " + String.join(", ", file.environments().keySet());
            throw new UsageException(
                    "There is no environment \"" + name + "\" in " + file.path(),
                    known + ".",
                    Nearest.to(name, file.environments().keySet())
                            .map(near -> "Did you mean --env " + near + "?")
                            .orElse("Add a table [env." + name + "], or choose one with --env NAME."));
        }
        return layer;
    }

    private Map<ConfigKey, Setting> environmentVariables() {
        Map<ConfigKey, Setting> layer = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : ConfigKey.values()) {
            if (!key.hasVariable()) {
                continue;
            }
            present(key.variable())
                    .ifPresent(value -> layer.put(
                            key, new Setting(split(key, value), new TreeMap<>(), directory, key.variable(), false)));
        }
        return layer;
    }

    /** A variable that is set to nothing counts as not set, as pipelines pass empty ones on. */
    private Optional<String> present(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
