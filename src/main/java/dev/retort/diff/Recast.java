package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What most people mean by a change of type for which PostgreSQL has no cast. Only they know whether the values are of that unit, so the file does not say
 * it, and a warning does.
 */
final class Recast {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> LARGE = Set.of("bigint", "numeric");
    private static final String NANOSECONDS = "1000000000";

    /** What the UUID of a number begins with. */
    private static final String ZEROS = "00000000-0000-0000-";

    private Recast() {}

    /** What to type for a column; null where nothing is known to be likely. */
    static @Nullable String cure(TablePair pair, String column, SqlType from, SqlType to) {
        String ordinals = ordinals(pair, column, from, to);
        Column target = pair.toColumns().get(column);
        IndicatorValue indicator = target == null ? null : SoftDeletes.following(target, pair);
        if (ordinals != null) {
            return ordinals;
        } else if (indicator != null) {
            return "Where deleted rows shall stay deleted, write " + Retyped.IN_PLACE + " "
                    + indicator.said(value -> Retyped.call(pair, column, value));
        } else if (from.array() || to.array() || from.userType() != null || to.userType() != null) {
            return null;
        }
        String name = ReservedWords.quote(column);
        String is = from.base();
        String shall = to.base();
        if (WHOLE.contains(is) && shall.equals("uuid")) {
            return identifier(pair, column, "lpad(to_hex(" + name + "::bigint), 32, '0')::uuid");
        } else if (is.equals("uuid") && WHOLE.contains(shall)) {
            return number(pair, column, name, to);
        } else if (LARGE.contains(is) && shall.equals("interval")) {
            return units(
                    pair,
                    column,
                    "Where it holds nanoseconds, as Hibernate stores a Duration, of which an interval keeps microseconds",
                    "make_interval(secs => " + name + " / " + NANOSECONDS + ".0)",
                    "make_interval(secs => " + name + ")");
        } else if (is.equals("interval") && LARGE.contains(shall)) {
            return units(
                    pair,
                    column,
                    "Where it shall hold nanoseconds, as Hibernate stores a Duration, a month as 30 days",
                    whole("extract(epoch FROM " + name + ") * " + NANOSECONDS, to),
                    whole("extract(epoch FROM " + name + ")", to));
        } else if (is.equals("time without time zone") && shall.startsWith("timestamp")) {
            return one(pair, column, "Where the day does not matter", "date '1970-01-01' + " + name);
        } else if (LARGE.contains(is) && shall.startsWith("timestamp")) {
            return units(
                    pair,
                    column,
                    "Where it holds milliseconds since 1970",
                    moment(name + " / 1000.0", to),
                    moment(name, to));
        } else if (is.equals("integer") && shall.startsWith("timestamp")) {
            return one(pair, column, "Where it holds seconds since 1970", moment(name, to));
        } else if (is.startsWith("timestamp") && LARGE.contains(shall)) {
            return units(
                    pair,
                    column,
                    "Where it shall hold whole milliseconds since 1970",
                    whole("floor(extract(epoch FROM " + name + ") * 1000)", to),
                    whole("floor(extract(epoch FROM " + name + "))", to));
        } else if (is.startsWith("timestamp") && shall.equals("integer")) {
            return one(
                    pair,
                    column,
                    "Where it shall hold whole seconds since 1970",
                    whole("floor(extract(epoch FROM " + name + "))", to));
        }
        return null;
    }

    /** Constants of an enum in an array, which no check tells of. */
    static @Nullable String ordinals(TablePair pair, String column, SqlType from, SqlType to) {
        if (!from.array() || !to.array() || from.userType() != null || to.userType() != null) {
            return null;
        }
        String texts = ReservedWords.quote(column) + "::text[]";
        boolean names = WHOLE.contains(from.base()) && TypeCasts.isString(to.element());
        if (!names && !(WHOLE.contains(to.base()) && TypeCasts.isString(from.element()))) {
            return null;
        }
        return one(
                        pair,
                        column,
                        "Where they are constants of an enum",
                        names
                                ? "array_replace(array_replace(" + texts + ", '0', '…'), '1', '…')"
                                : "array_replace(array_replace(" + texts + ", '…', '0'), '…', '1')::" + to.display())
                + ", with one `array_replace` for each constant";
    }

    private static String identifier(TablePair pair, String column, String using) {
        return "Where each number shall be seen in its UUID, write " + Retyped.IN_PLACE + " "
                + Retyped.call(pair, column, using)
                + ", and the same for every column that refers to this one, or that this one refers to";
    }

    /** The numbers that were made UUIDs by {@link #identifier}; any other makes it fail. */
    private static String number(TablePair pair, String column, String name, SqlType to) {
        String digits = "('x' || translate(right(" + name + "::text, 17), '-', ''))::bit(64)::bigint";
        return "A UUID that was made at random holds no number: number such rows in a new column, and what refers to them by it. Where all were made of"
                + " numbers, with zeros before them, write " + Retyped.IN_PLACE + " "
                + Retyped.call(
                        pair,
                        column,
                        "CASE WHEN " + name + "::text LIKE '" + ZEROS + "%' THEN " + digits
                                + (to.base().equals("bigint") ? "" : "::" + to.base()) + " ELSE " + name + "::text::"
                                + to.base() + " END")
                + ", which fails on any other";
    }

    private static String units(TablePair pair, String column, String where, String using, String seconds) {
        return one(pair, column, where, using) + "; where seconds, " + Retyped.call(pair, column, seconds);
    }

    private static String one(TablePair pair, String column, String where, String using) {
        return where + ", write " + Retyped.IN_PLACE + " " + Retyped.call(pair, column, using);
    }

    private static String whole(String number, SqlType to) {
        return to.base().equals("numeric") ? number : "(" + number + ")::" + to.base();
    }

    /** A time of no zone is taken as UTC, as a revision's session does. */
    private static String moment(String seconds, SqlType to) {
        String moment = "to_timestamp(" + seconds + ")";
        return to.base().endsWith("with time zone") ? moment : moment + " AT TIME ZONE 'UTC'";
    }
}
