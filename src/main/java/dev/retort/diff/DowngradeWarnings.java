package dev.retort.diff;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Warning;
import dev.retort.schema.ReservedWords;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a revision's reviewer has to know of its way down: where rows that came after the upgrade can stop it or lose something. */
public final class DowngradeWarnings {

    /** The rule for what a downgrade cannot bring back. */
    static final String LOSES = "downgrade-loses-data";

    private static final String FAILS = "downgrade-can-fail";

    /** What is said of values that do not fit, and no name of a column. */
    private static final Pattern MAKES_FAIL = Pattern.compile("makes? it fail\\b| fails if ");

    private static final String KEY = "data-dependent-unique";

    /** How many keys are said one by one. */
    private static final int FEW = 3;

    /** What is worth saying of the way down, and how; that it drops what the upgrade made goes without saying. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry(Narrowing.RULE, FAILS),
            Map.entry("needs-using", FAILS),
            Map.entry("guessed-conversion", FAILS),
            Map.entry("data-dependent-check", FAILS),
            Map.entry(KEY, FAILS),
            Map.entry(ExclusionRows.RULE, FAILS),
            Map.entry("data-dependent-foreign-key", FAILS),
            Map.entry("data-dependent-not-null", FAILS),
            Map.entry("required-column-without-default", FAILS),
            Map.entry(UnmanagedReference.RULE, FAILS),
            Map.entry(StatedWarnings.PARTITION, FAILS),
            Map.entry(TypeWarnings.ELEMENTS_LOST, LOSES),
            Map.entry("time-zone-dependent-conversion", LOSES),
            Map.entry(SequenceStart.RULE, SequenceStart.RULE),
            Map.entry("partition-check", LOSES),
            Map.entry("partition-not-null", LOSES),
            Map.entry("domain-check-left-off", LOSES),
            Map.entry(TurnedValues.RULE, LOSES),
            Map.entry(LOSES, LOSES));

    private DowngradeWarnings() {}

    /** The warnings of the way down as the file of the way up says them; those of many keys as one. */
    public static List<Warning> of(Difference there, Difference back) {
        List<Warning> keys = back.warnings().stream()
                .filter(w -> w.rule().equals(KEY))
                .sorted()
                .toList();
        boolean many = keys.size() > FEW;
        Stream<Warning> each = back.warnings().stream()
                .filter(w -> isWorthSaying(w, there) && !(many && w.rule().equals(KEY)))
                .map(w -> said(w, doubt(w, back)));
        return Stream.of(each, many ? Stream.of(together(keys, back)) : Stream.<Warning>empty(), computedAgain(there))
                .flatMap(warnings -> warnings)
                .sorted()
                .toList();
    }

    /** A column that was computed is written from now on, and computed again on the way down. */
    private static Stream<Warning> computedAgain(Difference there) {
        return there.operations().stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(alter -> alter.changes().stream().anyMatch(ColumnChange.DropExpression.class::isInstance))
                .map(
                        alter -> new Warning(
                                LOSES,
                                Warning.Level.WARNING,
                                List.of(alter.table().qualified() + "." + alter.column()),
                                "on the way down, " + alter.table().display() + "." + alter.column()
                                        + " is computed again, and what was written into it since is lost",
                                "See them with `SELECT * FROM " + SqlText.name(alter.table()) + " WHERE "
                                        + ReservedWords.quote(alter.column())
                                        + " IS NOT NULL`; where somebody needs them, keep them in a table of their own before a downgrade"));
    }

    private static boolean isWorthSaying(Warning warning, Difference there) {
        if (warning.rule().equals(TurnedValues.RULE)) {
            // What is said of the way up says it of both ways.
            return there.warnings().stream()
                    .noneMatch(w -> w.rule().equals(TurnedValues.RULE)
                            && !Collections.disjoint(w.objects(), warning.objects()));
        }
        return RULES.containsKey(warning.rule())
                || (warning.rule().equals(EnumRebuild.RULE) && EnumRebuild.fails(warning) && !grows(warning, there));
    }

    /** Whether the way up adds to the same type in place, and has said already that a value cannot be taken back. */
    private static boolean grows(Warning rebuild, Difference there) {
        return there.operations().stream()
                .anyMatch(operation -> operation instanceof AddEnumValue value
                        && rebuild.objects().contains(value.type().qualified()));
    }

    private static Warning together(List<Warning> keys, Difference back) {
        List<String> objects =
                keys.stream().flatMap(w -> w.objects().stream()).distinct().toList();
        String names = objects.stream()
                .map(object -> object.startsWith("public.") ? object.substring("public.".length()) : object)
                .collect(Collectors.joining(", "));
        String message = "on the way down, these " + keys.size()
                + " keys come back, and each fails if two rows have the same values: " + names;
        return new Warning(
                FAILS,
                Warning.Level.WARNING,
                objects,
                message,
                "Of each, as of the first: " + cure(keys.get(0), doubt(keys.get(0), back)));
    }

    /** What is known of the cause of a warning. */
    private static @Nullable Doubt doubt(Warning warning, Difference back) {
        return back.doubts().stream()
                .filter(doubt -> warning.equals(doubt.warning()))
                .findFirst()
                .orElse(null);
    }

    private static Warning said(Warning warning, @Nullable Doubt doubt) {
        String message = warning.rule().equals(LOSES) ? warning.message() : "on the way down, " + warning.message();
        return new Warning(
                warning.rule().equals(Narrowing.RULE)
                                && !MAKES_FAIL.matcher(warning.message()).find()
                        ? LOSES
                        : RULES.getOrDefault(warning.rule(), FAILS),
                Warning.Level.WARNING,
                warning.objects(),
                message,
                cure(warning, doubt));
    }

    /** What to look at or to do before a downgrade; what options answer is the way up alone. */
    private static String cure(Warning warning, @Nullable Doubt doubt) {
        int back = warning.cure().indexOf(TurnedValues.BACK);
        String cure = back < 0 ? warning.cure() : warning.cure().substring(0, back);
        // What stands in the way has to be taken away by hand, on either way.
        if (warning.rule().equals(UnmanagedReference.RULE)) {
            return cure.replace("Before the upgrade ", "Before the downgrade ")
                    .replace("After the upgrade ", "After the downgrade ");
        } else if (warning.rule().equals("required-column-without-default")) {
            return "Write into downgrade how they are filled: add it nullable, "
                    + (doubt != null && doubt.gap() instanceof RequiredColumn gap
                            ? filled(gap)
                            : "fill it, set it not null");
        } else if (warning.rule().equals(TurnedValues.RULE)) {
            return cure;
        } else if (cure.startsWith("Say what becomes of such rows")) {
            return "Give such rows another value before a downgrade"
                    + (doubt == null || doubt.rows() == null
                            ? ""
                            : "; see them with `" + doubt.rows().list() + "`");
        } else if (cure.startsWith("Try the upgrade ")) {
            return cure.replace("Try the upgrade ", "Try the downgrade ")
                    .replace("`retort upgrade head`", "`retort downgrade -1`");
        }
        int see = Math.max(cure.indexOf("See them with `"), cure.indexOf("see them with `"));
        if (see >= 0) {
            return "S" + cure.substring(see + 1);
        }
        return cure.startsWith("Try it with `")
                        || cure.contains(Retyped.IN_PLACE)
                        || cure.startsWith("Where they are of another zone, ")
                        || cure.startsWith("Write the USING ")
                        || cure.startsWith("Write behind it")
                        || cure.startsWith("Such rows can be ")
                        || cure.startsWith("See what it holds ")
                ? cure
                : "Try it on a copy of the database, with `retort downgrade -1`";
    }

    private static String filled(RequiredColumn gap) {
        String table = SqlText.java(gap.table().display());
        String column = SqlText.java(gap.column().name());
        return "fill it with `"
                + SqlText.call("UPDATE " + SqlText.name(gap.table()) + " SET "
                        + ReservedWords.quote(gap.column().name()) + " = …")
                + "`, and then `op.alterColumn(" + table + ", " + column + ").notNull()`";
    }
}
