package dev.retort.diff;

import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of mapped values on the way down.
 *
 * @param mappings values that only the upgrade knew, back to those they came from
 * @param losses what cannot come back
 */
record DownMappings(Map<LeavingValues, Map<String, String>> mappings, List<Warning> losses) {

    static DownMappings of(Map<LeavingValues, Map<String, String>> up) {
        Map<LeavingValues, Map<String, String>> mappings = new LinkedHashMap<>();
        List<Warning> losses = new ArrayList<>();
        up.forEach((gap, mapping) -> {
            Map<String, String> back = new LinkedHashMap<>();
            mapping.forEach((from, to) -> {
                if (gap.is().contains(to)) {
                    losses.add(loss(gap, from, to, "the downgrade cannot tell them from the others and leaves them"));
                } else if (back.containsKey(to)) {
                    losses.add(loss(gap, from, to, "the downgrade gives them " + back.get(to)));
                } else {
                    back.put(to, from);
                }
            });
            if (!back.isEmpty()) {
                LeavingValues reverse = new LeavingValues(
                        gap.before(),
                        gap.owner(),
                        gap.columnBefore(),
                        gap.column(),
                        gap.shall(),
                        gap.is(),
                        gap.numbers());
                mappings.put(reverse, back);
            }
        });
        return new DownMappings(mappings, losses);
    }

    private static Warning loss(LeavingValues gap, String from, String to, String what) {
        return new Warning(
                DowngradeWarnings.LOSES,
                Warning.Level.WARNING,
                List.of(gap.owner().qualified() + (gap.column() == null ? "" : "." + gap.column())),
                "rows that held " + from + " hold " + to + " after the upgrade; " + what,
                "");
    }
}
