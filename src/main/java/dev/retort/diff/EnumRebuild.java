package dev.retort.diff;

import dev.retort.operation.EnumUse;
import dev.retort.operation.Warning;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import java.util.List;

/** What has to be said when an enum type is rebuilt. */
final class EnumRebuild {

    static final String RULE = "enum-rebuild";

    private static final String FAILS = "; it fails while a row holds ";

    private EnumRebuild() {}

    static void warn(EnumType is, EnumType shall, List<EnumUse> uses, Changes changes) {
        LeavingValues gap =
                new LeavingValues(is.name(), changes.old().type(is.name()), null, is.labels(), shall.labels(), false);
        if (gap.gone().isEmpty()) {
            changes.warn(RULE, Warning.Level.WARNING, is.name().qualified(), rewritten(is.name()), "");
            return;
        }
        Warning warning = new Warning(
                RULE,
                Warning.Level.WARNING,
                List.of(is.name().qualified()),
                rewritten(is.name()) + FAILS + String.join(" or ", gap.gone())
                        + ", unless the revision says what becomes of it",
                EnumChecks.cure(gap));
        if (uses.isEmpty()) {
            changes.doubt(warning, null, gap);
        }
        for (EnumUse use : uses) {
            ObjectName table = use.column().table();
            RowQuestion found =
                    changes.rows(table).holdsOneOf(use.column().column(), EnumChecks.constants(gap), use.array());
            String place = " in " + use.column().display();
            changes.doubt(
                    warning,
                    new RowQuestion(found.list(), found.find(), found.one() + place, found.many() + place),
                    gap);
        }
    }

    /** Whether the warning is of values that leave, which rows may hold. */
    static boolean fails(Warning warning) {
        return warning.message().contains(FAILS);
    }

    /** What is left of the warning once it is said what becomes of each value. */
    static Warning answered(Warning warning) {
        String message = warning.message();
        int end = message.indexOf(FAILS);
        return new Warning(
                warning.rule(), warning.level(), warning.objects(), end < 0 ? message : message.substring(0, end), "");
    }

    private static String rewritten(ObjectName name) {
        return "every table that uses " + name.display() + " is rewritten";
    }
}
