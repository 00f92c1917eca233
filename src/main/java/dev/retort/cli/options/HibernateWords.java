package dev.retort.cli.options;

import dev.retort.UsageException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code --hibernate} was given: pairs, and at most one word, which names a preset. */
final class HibernateWords {

    private static final String PRESET = "preset";

    private HibernateWords() {}

    /**
     * The settings, as the table of the configuration file has them.
     *
     * @param given the value is null where a word stands alone
     * @throws UsageException if a setting has no value, or two presets are named
     */
    static SortedMap<String, String> table(Map<String, @Nullable String> given) {
        SortedMap<String, String> table = new TreeMap<>();
        given.forEach((key, value) -> {
            if (value == null && key.contains(".")) {
                throw new UsageException(
                        "The setting " + key + " of --hibernate has no value",
                        "a word alone names a preset, such as spring-boot-3.",
                        "Give it one: --hibernate " + key + "=VALUE.");
            }
            String before = table.put(value == null ? PRESET : key, value == null ? key : value);
            if (before != null) {
                throw new UsageException(
                        "--hibernate names two presets, " + before + " and " + table.get(PRESET),
                        "they are different defaults of the same settings.",
                        "Name one of them.");
            }
        });
        return table;
    }
}
