package dev.retort.diff;

import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** What a type has no place for and PostgreSQL leaves out by itself: a day, a time of day, a zone, an address in a network. Nothing fails on it. */
final class LostParts {

    private LostParts() {}

    /** In words; null where nothing but digits can be lost. */
    static @Nullable String lost(SqlType from, SqlType to) {
        String is = from.base();
        boolean time = isTimeOfDay(to);
        boolean rounds = Narrowing.precision(to) < Narrowing.precision(from);
        if (is.startsWith("timestamp") && to.base().equals("date")) {
            return "the time of day is lost";
        } else if (is.startsWith("timestamp") && time) {
            return rounds
                    ? "the date is lost, and fractions of a second are rounded, the last of a day to 24:00"
                    : "the date is lost";
        } else if (dropsZone(from, to)) {
            return "the zone is lost, and the same hour of two zones becomes one"
                    + (rounds ? ", and fractions of a second are rounded" : "");
        } else if (is.equals("interval") && time) {
            return "a sign, and days, months and years are lost"
                    + (rounds ? ", and fractions of a second are rounded, the last of a day to 24:00" : "");
        }
        return is.equals("inet") && to.base().equals("cidr")
                ? "the address in a network is lost, as what stands behind its mask becomes 0"
                : null;
    }

    /** The condition for values that lose such a part; null where none is known. */
    static @Nullable String condition(String column, SqlType from, SqlType to) {
        if (from.base().startsWith("timestamp") && isTimeOfDay(to)) {
            // Nothing leads back from a time alone.
            return column + " IS NOT NULL";
        } else if (dropsZone(from, to)) {
            return "extract(timezone FROM " + column + ") <> 0"
                    + (Narrowing.precision(to) < Narrowing.precision(from)
                            ? " OR " + column + "::timetz(" + Narrowing.precision(to) + ") <> " + column
                            : "");
        } else if (from.base().equals("interval") && isTimeOfDay(to)) {
            return column + "::time(" + Narrowing.precision(to) + ")::interval <> " + column;
        }
        return from.base().equals("inet") && to.base().equals("cidr") ? column + " <> network(" + column + ")" : null;
    }

    /** Whether the result depends on the session's time zone. */
    static boolean zoned(SqlType from, SqlType to) {
        boolean read = TypeCasts.isString(from.element()) && isZoned(to);
        boolean told = isMoment(from) && isZoned(to) && !isMoment(to);
        return read || told || (isTime(from) && isTime(to) && isZoned(from) != isZoned(to) && !dropsZone(from, to));
    }

    /** PostgreSQL keeps the hour as it is. */
    static boolean dropsZone(SqlType from, SqlType to) {
        return from.base().equals("time with time zone") && to.base().equals("time without time zone");
    }

    private static boolean isTimeOfDay(SqlType type) {
        return type.base().startsWith("time ");
    }

    private static boolean isTime(SqlType type) {
        return Narrowing.isClock(type) || type.base().equals("date");
    }

    private static boolean isZoned(SqlType type) {
        return type.base().endsWith("with time zone");
    }

    private static boolean isMoment(SqlType type) {
        return type.base().equals("timestamp with time zone");
    }
}
