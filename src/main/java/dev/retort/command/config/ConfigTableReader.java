package dev.retort.command.config;

import dev.retort.Nearest;
import dev.retort.UsageException;
import dev.retort.command.config.toml.TomlArray;
import dev.retort.command.config.toml.TomlTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the tables of a configuration file into settings, and says where one means nothing. */
final class ConfigTableReader {

    private static final String ENV = "env";

    private final Path file;
    private final Path folder;

    ConfigTableReader(Path file) {
        this.file = file;
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    /** The table of environments; null for none. */
    @Nullable
    TomlTable environments(TomlTable top) {
        Object value = top.get(ENV);
        if (value == null || value instanceof TomlTable) {
            return (TomlTable) value;
        }
        throw wrong("env", top.line(ENV), "tables, such as [env.dev]");
    }

    /** The table of one environment. */
    TomlTable environment(TomlTable environments, String name) {
        if (environments.get(name) instanceof TomlTable table) {
            return table;
        }
        throw wrong("env." + name, environments.line(name), "a table: [env." + name + "]");
    }

    /** Reads the settings of one table, which is the top or an environment. */
    void read(TomlTable table, String prefix, Map<ConfigKey, Setting> into) {
        for (String word : table.keys()) {
            boolean top = prefix.isEmpty();
            if (top && word.equals(ENV)) {
                continue;
            }
            int line = table.line(word);
            ConfigKey key = ConfigKey.of(word)
                    .filter(known -> top || known != ConfigKey.DEFAULT_ENV)
                    .orElseThrow(() -> unknown(prefix, word, line));
            into.put(key, setting(key, table, prefix + word, line));
        }
    }

    private Setting setting(ConfigKey key, TomlTable table, String name, int line) {
        Object value = table.get(key.word());
        String origin = name + " (" + file.getFileName() + ", line " + line + ")";
        List<String> values = new ArrayList<>();
        SortedMap<String, String> pairs = new TreeMap<>();
        switch (key.kind()) {
            case TEXT -> values.add(text(value, key, name, line));
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    throw wrong(name, line, key.kind().words());
                }
                values.add(String.valueOf(value));
            }
            case NUMBER -> values.add(value instanceof Long number ? number.toString() : text(value, key, name, line));
            case LIST, PATH_LIST, PATTERNS, NAMES -> {
                if (value instanceof TomlArray array) {
                    for (int i = 0; i < array.size(); i++) {
                        values.add(text(array.get(i), key, name, array.line(i)));
                    }
                } else {
                    values.add(text(value, key, name, line));
                }
            }
            case TABLE -> {
                if (!(value instanceof TomlTable inner)) {
                    throw wrong(name, line, key.kind().words());
                }
                flatten(inner, "", pairs);
            }
        }
        return new Setting(values, pairs, folder, origin, true);
    }

    /** An unquoted {@code hibernate.default_schema} is a table in a table to TOML; both spellings are one setting. */
    private void flatten(TomlTable table, String prefix, Map<String, String> into) {
        for (String word : table.keys()) {
            Object value = table.get(word);
            if (value instanceof TomlTable inner) {
                flatten(inner, prefix + word + ".", into);
            } else if (value instanceof TomlArray) {
                throw wrong(prefix + word, table.line(word), "a string, a number, or true or false");
            } else {
                into.put(prefix + word, String.valueOf(value));
            }
        }
    }

    private String text(@Nullable Object value, ConfigKey key, String name, int line) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name, line, key.kind().words());
    }

    private UsageException unknown(String prefix, String word, int line) {
        List<String> known = new ArrayList<>(ConfigKey.words());
        if (prefix.isEmpty()) {
            known.add(ENV);
        } else {
            known.remove(ConfigKey.DEFAULT_ENV.word());
        }
        return new UsageException(
                "Unknown key " + prefix + word + " in " + file + ", line " + line,
                "no setting is called that.",
                Nearest.to(word, known)
                        .map(near -> "Did you mean " + prefix + near + "?")
                        .orElse("The keys are: "
                                + String.join(", ", known.stream().sorted().toList()) + "."));
    }

    private UsageException wrong(String name, int line, String expected) {
        return new UsageException(
                "The key " + name + " in " + file + ", line " + line + " has a value of the wrong kind",
                "it holds " + expected + ".",
                "Correct the value.");
    }
}
