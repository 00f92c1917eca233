package dev.retort.diff;

import dev.retort.schema.ObjectName;
import java.util.Map;
import java.util.TreeMap;

/** What takes the place of values that leave enum types, as the differ takes it. */
final class EnumSwaps {

    private EnumSwaps() {}

    /** Those of the mappings that are of enum types, by the type's new name. */
    static Map<ObjectName, Map<String, String>> of(Map<LeavingValues, Map<String, String>> mappings) {
        Map<ObjectName, Map<String, String>> swaps = new TreeMap<>();
        mappings.forEach((gap, mapping) -> {
            if (gap.column() == null) {
                swaps.put(gap.owner(), new TreeMap<>(mapping));
            }
        });
        return swaps;
    }
}
