package dev.retort.diff;

import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that become, or were, a {@code java.time.Duration}, which counts nanoseconds: each number stays what it is, in whatever unit it was counted. Lists
 * of them go through a function of the session, as a {@code USING} holds no query.
 */
record Durations(TablePair pair, String column, SqlType from, SqlType to) {

    private static final Set<String> COUNTS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final String NANOSECONDS = "1000000000";
    private static final String MICROSECONDS = "1000000";

    /** What is to be told, and what to type where another unit is meant. */
    record Told(String message, String cure) {}

    /** Null where neither type is one of durations, or both are. */
    @Nullable
    Told told() {
        SqlType is = from.element();
        SqlType shall = to.element();
        if (isDuration(shall) && (TypeCasts.isString(is) || isCount(is))) {
            String number = is.base().equals("numeric") ? "" : "::numeric";
            return new Told(
                    "each number is taken for nanoseconds where it is a java.time.Duration from now on",
                    cure(
                            "Where it holds seconds",
                            number + " * " + NANOSECONDS,
                            "",
                            number + " * " + MICROSECONDS,
                            ""));
        } else if (isDuration(is) && (isCount(shall) || TypeCasts.isString(shall)) && !isWider(shall)) {
            boolean whole = !isFractional(shall);
            String start = whole ? "trunc(" : "(";
            String end = ")::" + (TypeCasts.isString(shall) ? "text" : shall.base());
            return new Told(
                    "each number goes on counting nanoseconds where it was a java.time.Duration",
                    cure(
                            "Where it shall hold seconds",
                            " / " + NANOSECONDS + end,
                            start,
                            " / " + MICROSECONDS + end,
                            start));
        }
        return null;
    }

    private String cure(String seconds, String end, String start, String milliEnd, String milliStart) {
        if (from.array() && to.array()) {
            String made = TypeCasts.isString(to.element()) ? "text" : to.base();
            return seconds + ", write above it " + function(made, start + "value" + end) + ", and " + Retyped.IN_PLACE
                    + " " + Retyped.call(pair, column, name(made) + "(" + ReservedWords.quote(column) + ")")
                    + "; where milliseconds, `" + milliStart + "value" + milliEnd + "` in that function";
        }
        String name = ReservedWords.quote(column) + (from.array() ? "[1]" : "");
        String open = to.array() ? "ARRAY[" : "";
        String close = to.array() ? "]" : "";
        return seconds + ", write " + Retyped.IN_PLACE + " "
                + Retyped.call(pair, column, open + start + name + end + close)
                + "; where milliseconds, "
                + Retyped.call(pair, column, open + milliStart + name + milliEnd + close);
    }

    /** Of its own for each result, as several columns of a revision may have one. */
    private static String name(String made) {
        return "pg_temp." + made.replace(' ', '_') + "_of";
    }

    private String function(String made, String value) {
        String is = TypeCasts.isString(from.element()) ? "text" : from.base();
        return "`"
                + SqlText.call("CREATE OR REPLACE FUNCTION " + name(made) + "(" + is + "[]) RETURNS " + made
                        + "[] STRICT LANGUAGE sql AS 'SELECT coalesce(array_agg(" + value
                        + " ORDER BY place), ''{}'') FROM unnest($1) WITH ORDINALITY AS e(value, place)'")
                + "`";
    }

    /** Hibernate stores a {@code java.time.Duration} as {@code numeric(21)}, and nothing else unless told so. */
    private static boolean isDuration(SqlType type) {
        return type.userType() == null
                && type.base().equals("numeric")
                && type.modifiers().startsWith("21,0");
    }

    /** Whether it counts whole units as exactly, which an attribute does that gets another precision. */
    private static boolean isWider(SqlType type) {
        return type.base().equals("numeric") && Narrowing.scale(type) == 0;
    }

    static boolean isCount(SqlType type) {
        return !type.array() && type.userType() == null && COUNTS.contains(type.base()) && !isDuration(type);
    }

    private static boolean isFractional(SqlType type) {
        return !TypeCasts.isString(type)
                && (type.base().equals("real")
                        || type.base().equals("double precision")
                        || (type.base().equals("numeric") && Narrowing.scale(type) > 0));
    }
}
