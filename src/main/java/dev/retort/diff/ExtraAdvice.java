package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;

/** What to do about what hangs on a table and stays as it is while the table changes. */
final class ExtraAdvice {

    private ExtraAdvice() {}

    /** Where the table changes. */
    static String stays(Extra extra, ObjectName table) {
        String shown = SqlText.name(table);
        String see = "see it with `\\d " + shown + "` in psql";
        return switch (extra.kind()) {
            case TRIGGER, RULE, PUBLICATION, STATISTICS -> drop(extra, shown);
            case POLICY ->
                extra.name().equals(table) ? "Nothing to do where its policies still fit: " + see : drop(extra, shown);
            case GRANT -> "Nothing to do, as they hold for new columns too: see them with `\\dp " + shown + "` in psql";
            case PARTITION ->
                "Nothing to do, as PostgreSQL changes the columns, constraints and indexes of a partition with its parent's";
            default -> "Nothing to do where it still fits: " + see;
        };
    }

    private static String drop(Extra extra, String table) {
        return "See with `\\d " + table + "` in psql whether it still fits; where not, write `"
                + SqlText.call(Attached.drop(extra)) + "`, and make it anew behind the change";
    }
}
