package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Set;

/** What PostgreSQL makes of the values of another type by itself, and nothing fails, although it may be read as something else afterwards. */
final class QuietCasts {

    private static final Set<String> COUNTS = Set.of("smallint", "integer", "bigint", "numeric");
    private static final String NANOSECONDS = "1000000000";

    private QuietCasts() {}

    static void tell(TablePair pair, String column, SqlType from, SqlType to, String change, Changes changes) {
        String object = pair.name().qualified() + "." + column;
        String name = ReservedWords.quote(column);
        String ordinals = COUNTS.contains(from.base()) ? Recast.ordinals(pair, column, from, to) : null;
        boolean text = TypeCasts.isString(from);
        if (ordinals != null) {
            changes.warn(
                    TypeWarnings.CONVERTED,
                    Warning.Level.WARNING,
                    object,
                    change + ": each number becomes its digits, also one that stands for a constant of an enum",
                    ordinals);
        } else if (isDuration(to) && (text || isCount(from))) {
            String number = from.base().equals("numeric") ? name : name + "::numeric";
            changes.warn(
                    TypeWarnings.CONVERTED,
                    Warning.Level.WARNING,
                    object,
                    change
                            + ": each number stays as it is, and is taken for nanoseconds where it is a java.time.Duration from now on",
                    "Where it holds seconds, write " + Retyped.IN_PLACE + " "
                            + Retyped.call(pair, column, number + " * " + NANOSECONDS) + "; where milliseconds, "
                            + Retyped.call(pair, column, number + " * 1000000"));
        } else if (isDuration(from) && (isCount(to) || TypeCasts.isString(to))) {
            String cast = "::" + (isCount(to) ? to.base() : "text");
            changes.warn(
                    TypeWarnings.CONVERTED,
                    Warning.Level.WARNING,
                    object,
                    change + ": each number stays as it is, nanoseconds where it was a java.time.Duration",
                    "Where it shall hold seconds, write " + Retyped.IN_PLACE + " "
                            + Retyped.call(pair, column, "trunc(" + name + " / " + NANOSECONDS + ")" + cast)
                            + "; where milliseconds, "
                            + Retyped.call(pair, column, "trunc(" + name + " / 1000000)" + cast));
        } else if (isObject(from) && isCount(to)) {
            objects(
                    pair,
                    column,
                    change
                            + ": each value is the number of a large object where it was a @Lob, and its content is read by nobody any more",
                    changes);
        } else if (isCount(from) && isObject(to)) {
            objects(
                    pair,
                    column,
                    change
                            + ": each number is taken for that of a large object where it is a @Lob from now on, and there need be none",
                    changes);
        } else if (from.userType() == null
                && from.base().equals("json")
                && to.base().equals("jsonb")) {
            String value = changes.rows(pair.name()).column(column);
            said(
                    pair,
                    object,
                    change + ": the order of keys goes, and of equal keys all but the last",
                    value + "::text <> " + value + "::jsonb::text",
                    changes);
        } else if (text && to.base().equals("character") && !from.base().equals("character") && !to.array()) {
            String value = changes.rows(pair.name()).column(column);
            said(
                    pair,
                    object,
                    change + ": blanks at the end of a text are of no account any more",
                    value + " LIKE '% '",
                    changes);
        }
    }

    private static boolean isObject(SqlType type) {
        return !type.array() && type.userType() == null && type.base().equals("oid");
    }

    private static void objects(TablePair pair, String column, String message, Changes changes) {
        RowQuestions rows = changes.rows(pair.name());
        changes.doubt(
                new Warning(
                        TypeWarnings.CONVERTED,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        message,
                        DataWarnings.see(rows.does(rows.column(column) + " IS NOT NULL", "", ""))),
                rows.holdsAny(column),
                null);
    }

    private static void said(TablePair pair, String object, String message, String condition, Changes changes) {
        RowQuestion rows =
                changes.rows(pair.name()).does(condition, "row is written otherwise", "rows are written otherwise");
        changes.doubt(
                new Warning(
                        TypeWarnings.CONVERTED, Warning.Level.INFO, List.of(object), message, DataWarnings.see(rows)),
                rows,
                null);
    }

    /** Hibernate stores a {@code java.time.Duration} as {@code numeric(21)}, and nothing else unless told so. */
    private static boolean isDuration(SqlType type) {
        return !type.array()
                && type.base().equals("numeric")
                && type.modifiers().startsWith("21,0");
    }

    private static boolean isCount(SqlType type) {
        return !type.array() && COUNTS.contains(type.base()) && !isDuration(type);
    }
}
