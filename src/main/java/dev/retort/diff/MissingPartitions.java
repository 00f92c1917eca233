package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A new partitioned table, which takes no row until somebody gives it a partition. */
public final class MissingPartitions {

    static final String RULE = "no-partition";

    private static final Pattern MADE = Pattern.compile("(?is).*\\b(?:partition\\s+of|attach\\s+partition)\\b.*");

    private MissingPartitions() {}

    /** Warns; partitions that the other database has are told as such. */
    static void warn(Table table, Sides sides) {
        String key = table.options() == null ? "" : table.options().partitionKey();
        ObjectName name = table.name();
        if (key.isEmpty()
                || sides.to().extras().stream()
                        .anyMatch(e -> e.kind() == Extra.Kind.PARTITION && name.equals(e.table()))) {
            return;
        }
        boolean hash = key.toUpperCase(Locale.ROOT).startsWith("HASH");
        ObjectName first = name.sibling(free(name, hash ? "1" : "default", sides));
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.WARNING,
                        name.qualified(),
                        "the table is partitioned, and nothing makes a partition of it: no row can be inserted until there is one",
                        "Write the partitions behind it, such as `"
                                + SqlText.call("CREATE TABLE " + SqlText.name(first) + " PARTITION OF "
                                        + SqlText.name(name)
                                        + (hash ? " FOR VALUES WITH (MODULUS 1, REMAINDER 0)" : " DEFAULT"))
                                + "`, which takes every row");
    }

    private static String free(ObjectName table, String label, Sides sides) {
        String name = PostgresNames.make(table.name(), "", label);
        for (int number = 1; sides.impact().wanted().isTaken(table.sibling(name)); number++) {
            name = PostgresNames.make(table.name(), "", label + number);
        }
        return name;
    }

    /**
     * Warnings without those of tables of which SQL among the operations makes a partition.
     *
     * @param operations all of the revision, also those that no diff knows of
     */
    public static List<Warning> open(List<Warning> warnings, List<Operation> operations) {
        if (warnings.stream().noneMatch(w -> w.rule().equals(RULE))) {
            return warnings;
        }
        Set<String> words = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof Execute execute
                    && MADE.matcher(execute.sql()).matches()) {
                words.addAll(Identifiers.in(execute.sql()));
            }
        }
        return warnings.stream()
                .filter(w -> !w.rule().equals(RULE)
                        || w.objects().stream()
                                .noneMatch(
                                        o -> words.contains(ObjectName.parse(o).name())))
                .toList();
    }
}
