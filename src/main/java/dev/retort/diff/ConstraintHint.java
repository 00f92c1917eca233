package dev.retort.diff;

import dev.retort.schema.ObjectName;

/** The hint that a constraint only has another name. */
final class ConstraintHint {

    private ConstraintHint() {}

    static void add(TablePair pair, String from, String to, Changes changes) {
        ObjectName table = pair.name();
        RenameHint.add(
                changes,
                "constraint",
                table.qualified() + "." + from,
                table.qualified() + "." + to,
                RenameSpec.spell(table, from, to),
                "with the same definition");
    }
}
