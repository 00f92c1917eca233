package dev.retort.diff;

import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that become, or were, a {@code java.time.Duration}, which counts nanoseconds: each number stays what it is, in whatever unit it was counted. Lists
 * of them go through a function of the session, as a {@code USING} holds no query.
 */
record Durations(TablePair pair, String column, SqlType from, SqlType to, OldNames old) {

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
            return new Told(
                    "each number is taken for nanoseconds where it is a java.time.Duration from now on",
                    cure("Where it holds seconds"));
        } else if (isDuration(is) && (isCount(shall) || TypeCasts.isString(shall)) && !isWider(shall)) {
            return new Told(
                    "each number goes on counting nanoseconds where it was a java.time.Duration",
                    cure(isWhole(shall) ? "Where it shall hold whole seconds" : "Where it shall hold seconds"));
        }
        return null;
    }

    private String cure(String seconds) {
        String name = ReservedWords.quote(column);
        String former = ReservedWords.quote(old.column(pair.name(), column));
        boolean lists = from.array() && to.array();
        String there = lists
                ? ", write above it " + function(from, to) + ", and " + Retyped.IN_PLACE + " "
                        + Retyped.call(pair, column, name(to) + "(" + name + ")")
                : ", write " + Retyped.IN_PLACE + " " + Retyped.call(pair, column, whole(name, from, to, NANOSECONDS));
        String milliseconds = lists
                ? "`" + one("value", from, to, MICROSECONDS) + "` in that function"
                : Retyped.call(pair, column, whole(name, from, to, MICROSECONDS));
        String back = lists
                ? function(to, from) + " above the type that comes back, and " + using(name(from) + "(" + former + ")")
                        + " behind it"
                : using(whole(former, to, from, NANOSECONDS)) + " behind the type that comes back, or "
                        + using(whole(former, to, from, MICROSECONDS));
        return seconds
                + there
                + (isWhole(to.element()) ? "; where whole milliseconds, " : "; where milliseconds, ")
                + milliseconds
                + TurnedValues.BACK
                + back
                + (isWhole(from.element()) ? ", which cut fractions" : "");
    }

    private static String using(String expression) {
        return "`.using(" + SqlText.java(expression) + ")`";
    }

    /** The value of the other type; of a list its first. */
    private static String whole(String name, SqlType from, SqlType to, String unit) {
        String value = one(from.array() ? name + "[1]" : name, from, to, unit);
        return to.array() ? "ARRAY[" + value + "]" : value;
    }

    private static String one(String value, SqlType from, SqlType to, String unit) {
        SqlType shall = to.element();
        if (isDuration(shall)) {
            return value + (from.base().equals("numeric") ? "" : "::numeric") + " * " + unit;
        }
        if (TypeCasts.isString(shall)) {
            return "trim_scale(" + value + " / " + unit + ")::text";
        }
        return (isFractional(shall) ? "(" : "trunc(") + value + " / " + unit + ")::" + made(shall);
    }

    private static String made(SqlType type) {
        return TypeCasts.isString(type.element()) ? "text" : type.base();
    }

    /** Of its own for each result, as several columns of a revision may have one. */
    private static String name(SqlType type) {
        return "pg_temp." + made(type).replace(' ', '_') + "_of";
    }

    private static String function(SqlType from, SqlType to) {
        return "`"
                + SqlText.call("CREATE OR REPLACE FUNCTION " + name(to) + "(" + made(from) + "[]) RETURNS " + made(to)
                        + "[] STRICT LANGUAGE sql AS 'SELECT coalesce(array_agg(" + one("value", from, to, NANOSECONDS)
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
        return type.base().equals("real")
                || type.base().equals("double precision")
                || (type.base().equals("numeric") && Narrowing.scale(type) > 0);
    }

    private static boolean isWhole(SqlType type) {
        return !TypeCasts.isString(type) && !isDuration(type) && !isFractional(type);
    }
}
