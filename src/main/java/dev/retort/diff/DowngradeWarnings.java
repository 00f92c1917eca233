package dev.retort.diff;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a revision's reviewer has to know of its way down: where rows that came after the upgrade can stop it or lose something. */
public final class DowngradeWarnings {

    /** The rule for what a downgrade cannot bring back. */
    static final String LOSES = "downgrade-loses-data";

    private static final String FAILS = "downgrade-can-fail";

    /** What is worth saying of the way down, and how; that it drops what the upgrade made goes without saying. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("narrowing-type-change", FAILS),
            Map.entry("needs-using", FAILS),
            Map.entry("guessed-conversion", FAILS),
            Map.entry("data-dependent-check", FAILS),
            Map.entry("data-dependent-unique", FAILS),
            Map.entry("data-dependent-foreign-key", FAILS),
            Map.entry("data-dependent-not-null", FAILS),
            Map.entry("required-column-without-default", FAILS),
            Map.entry("time-zone-dependent-conversion", LOSES),
            Map.entry(LOSES, LOSES));

    private DowngradeWarnings() {}

    /** The warnings of the way down as the file of the way up says them. */
    public static List<Warning> of(Difference there, Difference back) {
        List<Warning> warnings = new ArrayList<>();
        back.warnings().stream()
                .filter(w -> RULES.containsKey(w.rule()))
                .map(DowngradeWarnings::said)
                .forEach(warnings::add);
        back.warnings().stream()
                .filter(w -> w.rule().equals(EnumRebuild.RULE) && EnumRebuild.fails(w) && !grows(w, there))
                .map(DowngradeWarnings::said)
                .forEach(warnings::add);
        return warnings.stream().sorted().toList();
    }

    /** Whether the way up adds to the same type in place, and has said already that a value cannot be taken back. */
    private static boolean grows(Warning rebuild, Difference there) {
        return there.operations().stream()
                .anyMatch(operation -> operation instanceof AddEnumValue value
                        && rebuild.objects().contains(value.type().qualified()));
    }

    private static Warning said(Warning warning) {
        String message = warning.rule().equals(LOSES) ? warning.message() : "on the way down, " + warning.message();
        return new Warning(
                RULES.getOrDefault(warning.rule(), FAILS), Warning.Level.WARNING, warning.objects(), message, "");
    }
}
