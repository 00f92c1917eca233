package dev.retort.command.config;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Layers of settings, the first that has one wins. */
final class Settings {

    private final List<Map<ConfigKey, Setting>> layers;
    private final Variables variables;

    Settings(List<Map<ConfigKey, Setting>> layers, Variables variables) {
        this.layers = List.copyOf(layers);
        this.variables = variables;
    }

    /** The winning setting, its variables filled in. */
    Optional<Setting> sourced(ConfigKey key) {
        return layers.stream()
                .map(layer -> layer.get(key))
                .flatMap(setting -> Optional.ofNullable(setting).stream())
                .findFirst()
                .map(this::filled);
    }

    /** Where the winning setting stands, such as {@code RETORT_URL}; its variables stay as they are. */
    Optional<String> origin(ConfigKey key) {
        return layers.stream()
                .map(layer -> layer.get(key))
                .flatMap(setting -> Optional.ofNullable(setting).stream())
                .findFirst()
                .map(Setting::origin);
    }

    /** Whether any layer has it. */
    boolean states(ConfigKey key) {
        return layers.stream().anyMatch(layer -> layer.containsKey(key));
    }

    /** Whether one key is set in a stronger layer than another. */
    boolean isStronger(ConfigKey one, ConfigKey other) {
        for (Map<ConfigKey, Setting> layer : layers) {
            if (layer.containsKey(other)) {
                return false;
            }
            if (layer.containsKey(one)) {
                return true;
            }
        }
        return false;
    }

    /** The settings of two keys in every layer, the weakest first. */
    List<Setting> layered(ConfigKey first, ConfigKey second) {
        List<Setting> all = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            for (ConfigKey key : List.of(first, second)) {
                Setting setting = layers.get(i).get(key);
                if (setting != null) {
                    all.add(filled(setting));
                }
            }
        }
        return all;
    }

    Optional<String> text(ConfigKey key) {
        return sourced(key).map(setting -> {
            String value = setting.values().get(0);
            if (value.isBlank()) {
                throw new UsageException(
                        "The value of " + setting.origin() + " is empty",
                        "it needs one.",
                        "Give a value, or leave it out.");
            }
            return value;
        });
    }

    Optional<Path> path(ConfigKey key) {
        return sourced(key)
                .map(setting -> setting.base().resolve(setting.values().get(0)).normalize());
    }

    List<Path> paths(ConfigKey key) {
        return sourced(key)
                .map(setting -> setting.values().stream()
                        .map(value -> setting.base().resolve(value).normalize())
                        .toList())
                .orElse(List.of());
    }

    @Nullable
    Set<String> set(ConfigKey key) {
        return sourced(key)
                .map(setting -> (Set<String>) new LinkedHashSet<>(setting.values()))
                .orElse(null);
    }

    boolean flag(ConfigKey key) {
        return sourced(key)
                .map(setting -> switch (setting.values().get(0).toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0", "" -> false;
                    default -> throw notOneOf(setting, "true, false");
                })
                .orElse(false);
    }

    /** One of a few words, the first being the default. */
    String choice(ConfigKey key, String... words) {
        return sourced(key)
                .map(setting -> {
                    String value = setting.values().get(0).toLowerCase(Locale.ROOT);
                    if (!Arrays.asList(words).contains(value)) {
                        throw notOneOf(setting, String.join(", ", words));
                    }
                    return value;
                })
                .orElse(words[0]);
    }

    List<Pattern> patterns(ConfigKey key) {
        return sourced(key)
                .map(setting -> setting.values().stream()
                        .map(value -> pattern(value, setting))
                        .toList())
                .orElse(List.of());
    }

    /** These settings with another environment's in the place of the present one's. */
    Settings withLayer(int index, Map<ConfigKey, Setting> layer) {
        List<Map<ConfigKey, Setting>> changed = new ArrayList<>(layers);
        changed.set(index, layer);
        return new Settings(changed, variables);
    }

    private static Pattern pattern(String value, Setting setting) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new UsageException(
                            "Cannot read the regular expression \"" + value + "\" of " + setting.origin(),
                            e.getDescription() + ".",
                            "Correct it; it is matched against the whole of schema.name.")
                    .causedBy(e);
        }
    }

    private static UsageException notOneOf(Setting setting, String words) {
        return new UsageException(
                "The value \"" + setting.values().get(0) + "\" of " + setting.origin() + " means nothing",
                "it is one of " + words + ".",
                Nearest.to(setting.values().get(0), List.of(words.split(", ", -1)))
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Choose one of these."));
    }

    private Setting filled(Setting setting) {
        if (!setting.interpolated()) {
            return setting;
        }
        var table = new java.util.TreeMap<String, String>();
        setting.table().forEach((key, value) -> table.put(key, variables.fill(value, setting.origin())));
        return new Setting(
                setting.values().stream()
                        .map(value -> variables.fill(value, setting.origin()))
                        .toList(),
                table,
                setting.base(),
                setting.origin(),
                false);
    }
}
