package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL makes of the values of another type by itself, and nothing fails, although it may be read as something else afterwards.
 *
 * @param change the change of the type in words, which begin the message
 */
record QuietCasts(TablePair pair, String column, SqlType from, SqlType to, String change, Changes changes) {

    /** Tells of the first that fits: no two types have more than one of these meanings. */
    void tell() {
        String ordinals = TypeCasts.isString(from.element()) ? null : Recast.ordinals(pair, column, from, to);
        if (ordinals != null) {
            warn("each number becomes its digits, also one that stands for a constant of an enum", ordinals, null);
            return;
        }
        Durations.Told duration = new Durations(pair, column, from, to, changes.old()).told();
        if (duration != null) {
            warn(duration.message(), duration.cure(), null);
        } else if (isObject(from) && Durations.isCount(to)) {
            object("each value is the number of a large object where it was a @Lob, and its content is read by nobody"
                    + " any more");
        } else if (Durations.isCount(from) && isObject(to)) {
            object("each number is taken for that of a large object where it is a @Lob from now on, and there need be"
                    + " none");
        } else if (isJson() && to.base().equals("jsonb")) {
            String value = rows().column(column);
            written(
                    "the order of keys goes, and of equal keys all but the last",
                    value + "::text <> " + value + "::jsonb::text");
        } else if (TypeCasts.isString(from) && SqlType.builtin("jsonb").equals(to)) {
            // Whether a text is one cannot be asked, as the question would fail on what is none.
            changes.doubt(
                    warning(
                            Warning.Level.INFO,
                            "the order of keys and the blanks between them go, and of equal keys all but the last",
                            "Where a text has to stay as it is written, say `columnDefinition = \"json\"` of it"),
                    null,
                    null);
        } else if (isUnpadded()) {
            unpadded();
        } else if (isPadded()) {
            written("blanks at the end of a text are of no account any more", rows().column(column) + " LIKE '% '");
        }
    }

    private void object(String message) {
        String filled = rows().column(column) + " IS NOT NULL";
        warn(
                message,
                DataWarnings.see(rows().does(filled, "row holds a value", "rows hold a value")),
                rows().holdsAny(column));
    }

    /** The same value in another spelling, which matters to few. */
    private void written(String message, String condition) {
        RowQuestion asked = rows().does(condition, "row is written otherwise", "rows are written otherwise");
        changes.doubt(warning(Warning.Level.INFO, message, DataWarnings.see(asked)), asked, null);
    }

    private void warn(String message, String cure, @Nullable RowQuestion asked) {
        changes.doubt(warning(Warning.Level.WARNING, message, cure), asked, null);
    }

    private Warning warning(Warning.Level level, String message, String cure) {
        List<String> objects = List.of(pair.name().qualified() + "." + column);
        return new Warning(TypeWarnings.CONVERTED, level, objects, change + ": " + message, cure);
    }

    private RowQuestions rows() {
        return changes.rows(pair.name());
    }

    private boolean isJson() {
        return from.userType() == null && from.base().equals("json");
    }

    /** A blank is a letter like any other where the type holds one letter, as that of a {@code Character}; else it fills a value up. */
    private void unpadded() {
        if (Narrowing.length(from) > 1) {
            String value = rows().column(column);
            written(
                    "the blanks that fill a value up go",
                    "octet_length(" + value + ") <> octet_length(" + value + "::text)");
            return;
        }
        String name = ReservedWords.quote(column);
        RowQuestion asked = rows().does(rows().column(column) + " = ''", "row holds one", "rows hold one");
        warn(
                "a blank becomes the empty text",
                DataWarnings.see(asked) + "; where it shall stay one, write " + Retyped.IN_PLACE + " "
                        + Retyped.call(
                                pair, column, "CASE WHEN " + name + " = '' THEN ' ' ELSE " + name + "::text END"),
                asked);
    }

    private boolean isUnpadded() {
        return from.userType() == null
                && !from.array()
                && from.base().equals("character")
                && to.userType() == null
                && !to.array()
                && TypeCasts.isString(to)
                && !to.base().equals("character");
    }

    private boolean isPadded() {
        return TypeCasts.isString(from)
                && to.base().equals("character")
                && !from.base().equals("character")
                && !to.array();
    }

    private static boolean isObject(SqlType type) {
        return !type.array() && type.userType() == null && type.base().equals("oid");
    }
}
