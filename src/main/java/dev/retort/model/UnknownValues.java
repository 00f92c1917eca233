package dev.retort.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a persistence unit whose values hold <code>${…}</code>: Hibernate fills them from the system properties of the application, which are not
 * there when its classes are only read. Left in, they would name schemas and classes literally.
 */
final class UnknownValues {

    private UnknownValues() {}

    /** The settings without those. */
    static Map<String, String> without(Map<String, String> settings) {
        Map<String, String> known = new TreeMap<>(settings);
        known.values().removeIf(UnknownValues::isUnknown);
        return known;
    }

    /** A note for each that says something about the schema and that nobody states elsewhere. */
    static List<ModelNote> notes(Map<String, String> settings, Map<String, String> stated) {
        return settings.entrySet().stream()
                .filter(setting -> isUnknown(setting.getValue()))
                .filter(setting -> BootSettings.isKept(setting.getKey()) && !stated.containsKey(setting.getKey()))
                .map(setting -> ModelNote.of(
                        "unit-settings",
                        setting.getKey(),
                        "The persistence unit says " + setting.getKey() + " = " + setting.getValue()
                                + ", a variable that only the running application knows, so the setting is left out.",
                        "State it under [hibernate] in retort.toml, or once: --hibernate " + setting.getKey() + "=…"))
                .toList();
    }

    private static boolean isUnknown(String value) {
        return value.contains("${");
    }
}
