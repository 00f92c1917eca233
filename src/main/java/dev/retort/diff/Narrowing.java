package dev.retort.diff;

import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a change of type can fail, or lose part of a value, on rows that are there. */
final class Narrowing {

    static final String RULE = "narrowing-type-change";

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");

    /** So many digits fit each of these whatever they are. */
    private static final List<Integer> SURE = List.of(4, 9, 18);

    private static final List<String> BITS = List.of("bit", "bit varying");
    private static final long UNLIMITED = Long.MAX_VALUE;

    /** The decimal digits that each keeps: {@code FLT_DIG} and {@code DBL_DIG} of C, which PostgreSQL converts by. */
    private static final Map<String, Integer> FLOATS = Map.of("real", 6, "double precision", 15);

    private Narrowing() {}

    /** What becomes of a value that does not fit: PostgreSQL cuts no text, no bits and no whole number by an assignment, and rounds the rest. */
    static String consequence(SqlType from, SqlType to) {
        if (TypeCasts.isString(to.element())) {
            return TypeCasts.isString(from.element())
                    ? "a longer value makes it fail"
                    : "a value whose text is longer makes it fail";
        } else if (BITS.contains(to.base())) {
            return to.base().equals("bit") ? "a value of another length makes it fail" : "a longer value makes it fail";
        } else if (FLOATS.containsKey(to.base())) {
            return "a value of more digits is rounded to those that it keeps"
                    + (WHOLE.contains(from.base()) ? "" : ", and one outside its range makes it fail");
        } else if (WHOLE.contains(to.base())) {
            return joined(
                    rounds(from, to) ? "a fraction is rounded" : "",
                    exceeds(from, to) ? "a larger value makes it fail" : "");
        } else if (to.base().equals("numeric")) {
            return decimal(from, to);
        }
        String part = LostParts.lost(from, to);
        if (part != null) {
            return part;
        }
        return isClock(to) ? "fractions of a second are rounded" : "values that do not fit make it fail or are rounded";
    }

    private static String decimal(SqlType from, SqlType to) {
        String larger = "a larger value makes it fail";
        return rounds(from, to)
                ? joined("a value of more digits is rounded", overflows(from, to) ? larger : "")
                : larger;
    }

    private static String joined(String first, String second) {
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", and ") + second;
    }

    /** Whether a value can have more places than an exact number keeps. */
    private static boolean rounds(SqlType from, SqlType to) {
        long places = WHOLE.contains(to.base()) ? 0 : scale(to);
        return from.base().equals("numeric") ? places < scale(from) : !WHOLE.contains(from.base());
    }

    /** Whether a number can be too large for a whole one; what rounding adds to the largest that is sure to fit does. */
    private static boolean exceeds(SqlType from, SqlType to) {
        int at = WHOLE.indexOf(to.base());
        return WHOLE.contains(from.base())
                ? WHOLE.indexOf(from.base()) > at
                : !from.base().equals("numeric") || whole(from) > SURE.get(at);
    }

    /** Whether a value can have more digits before the point than a {@code numeric} has, if only after it was rounded. */
    private static boolean overflows(SqlType from, SqlType to) {
        boolean exact = from.base().equals("numeric") || WHOLE.contains(from.base());
        long before = Math.min(whole(from), digits(from));
        return !to.modifiers().isEmpty() && (!exact || before > whole(to) || (before == whole(to) && rounds(from, to)));
    }

    static boolean narrows(SqlType from, SqlType to) {
        if (from.array() != to.array() || from.userType() != null || to.userType() != null) {
            return false;
        }
        int wide = WHOLE.indexOf(from.base());
        int narrow = WHOLE.indexOf(to.base());
        if (wide >= 0 && narrow >= 0) {
            return narrow < wide;
        }
        if (TypeCasts.isString(from.element()) && TypeCasts.isString(to.element())) {
            return length(to) < length(from);
        }
        if (from.base().equals("numeric") && to.base().equals("numeric")) {
            return whole(to) < whole(from) || scale(to) < scale(from);
        }
        if (FLOATS.containsKey(from.base()) || from.base().equals("numeric")) {
            if (narrow >= 0) {
                return rounds(from, to) || exceeds(from, to);
            }
            if (FLOATS.containsKey(to.base())) {
                return digits(from) > digits(to);
            }
            if (to.base().equals("numeric")) {
                // Binary fractions have no end in decimals that a scale would not cut, and more digits than are
                // converted.
                return true;
            }
        }
        if (wide >= 0 && FLOATS.containsKey(to.base())) {
            return digits(from) > digits(to);
        }
        if (BITS.contains(from.base()) && BITS.contains(to.base())) {
            // A bit string of fixed length takes no other, be it shorter.
            return to.base().equals("bit") ? !from.equals(to) : bits(to) < bits(from);
        }
        if (isClock(from)
                && isClock(to)
                && from.base().startsWith("timestamp") == to.base().startsWith("timestamp")) {
            return precision(to) < precision(from) || LostParts.lost(from, to) != null;
        }
        return LostParts.lost(from, to) != null
                || (wide >= 0
                        && to.base().equals("numeric")
                        && whole(to) < List.of(5, 10, 19).get(wide))
                // What becomes of truth values is told by their words.
                || (TypeCasts.isString(to.element())
                        && !from.base().equals("boolean")
                        && length(to) < TextLength.longest(from));
    }

    /** The condition for values that do not fit, or lose a part; null where none is known. */
    static @Nullable String unfit(String column, SqlType from, SqlType to) {
        if (from.array()) {
            String each = unfit("element", from.element(), to.element());
            return each == null ? null : "EXISTS (SELECT FROM unnest(" + column + ") AS element WHERE " + each + ")";
        }
        if (TypeCasts.isString(from) && TypeCasts.isString(to)) {
            return "length(" + column + ") > " + length(to);
        }
        if (WHOLE.contains(from.base()) && WHOLE.contains(to.base())) {
            return outside(column, from, to);
        }
        if (FLOATS.containsKey(from.base()) && WHOLE.contains(to.base())) {
            return column + " <> round(" + column + "::double precision) OR " + outside(column, from, to);
        }
        if (FLOATS.containsKey(from.base()) && to.base().equals("numeric")) {
            String lost = to.modifiers().isEmpty()
                    ? column + "::numeric::" + from.base() + " <> " + column
                    : "round(" + column + "::numeric, " + scale(to) + ")::" + from.base() + " <> " + column;
            return to.modifiers().isEmpty() ? lost : lost + " OR abs(" + column + ") >= 1e" + whole(to);
        }
        if (from.base().equals("double precision") && to.base().equals("real")) {
            return "abs(" + column + ") > 3.4e38 OR " + column + "::real::double precision <> " + column;
        }
        if (from.base().equals("numeric") && FLOATS.containsKey(to.base())) {
            return "abs(" + column + ") > " + (to.base().equals("real") ? "3.4e38" : "1e308") + " OR " + column + "::"
                    + to.base() + "::text::numeric <> " + column;
        }
        if (FLOATS.containsKey(to.base()) && WHOLE.contains(from.base())) {
            return "abs(" + column + ") > " + (to.base().equals("real") ? "16777216" : "9007199254740992");
        }
        boolean rounds = to.base().equals("numeric") || WHOLE.contains(to.base());
        boolean counts = List.of("numeric", "smallint", "integer", "bigint").contains(from.base());
        if (counts && rounds) {
            if (WHOLE.contains(to.base())) {
                return (rounds(from, to) ? column + " <> round(" + column + ", 0) OR " : "")
                        + outside(column, from, to);
            }
            String lost = rounds(from, to) ? column + " <> round(" + column + ", " + scale(to) + ")" : "";
            return lost
                    + (lost.isEmpty() ? "" : overflows(from, to) ? " OR " : "")
                    + (lost.isEmpty() || overflows(from, to) ? "abs(" + column + ") >= 1e" + whole(to) : "");
        }
        if (BITS.contains(from.base())) {
            return "length(" + column + (to.base().equals("bit") ? ") <> " : ") > ") + bits(to);
        } else if (TypeCasts.isString(to)) {
            return tooLong(column, from, to);
        }
        String part = LostParts.condition(column, from, to);
        if (part != null) {
            return part;
        }
        // A cast that is asked for cuts it, and does not fail.
        return isClock(from) ? column + "::" + to.display() + "::" + from.display() + " <> " + column : null;
    }

    /** Of what becomes a text, as it does. */
    static String tooLong(String column, SqlType from, SqlType to) {
        String using =
                Conversion.ofExpression(column, from, SqlType.builtin("text")).using();
        return "length(" + (using == null ? column + "::text" : using) + ") > " + length(to);
    }

    /** The numbers that a type of whole ones does not hold; of a double the last one that is in the range of bigint. */
    private static String outside(String column, SqlType from, SqlType to) {
        String range =
                switch (to.base()) {
                    case "smallint" -> "-32768 AND 32767";
                    case "integer" -> "-2147483648 AND 2147483647";
                    default ->
                        "-9223372036854775808 AND "
                                + (FLOATS.containsKey(from.base()) ? "9223372036854774784" : "9223372036854775807");
                };
        return column + " NOT BETWEEN " + range;
    }

    /** The significant decimal digits that a number can have. */
    private static long digits(SqlType type) {
        Integer binary = FLOATS.get(type.base());
        if (binary != null) {
            return binary;
        }
        int whole = WHOLE.indexOf(type.base());
        if (whole >= 0) {
            return List.of(5, 10, 19).get(whole);
        }
        return type.modifiers().isEmpty() ? UNLIMITED : number(type.modifiers().split(",", -1)[0], UNLIMITED);
    }

    private static long bits(SqlType type) {
        return type.modifiers().isEmpty() && type.base().equals("bit") ? 1 : number(type.modifiers(), UNLIMITED);
    }

    static boolean isClock(SqlType type) {
        return type.base().startsWith("time");
    }

    /** The longest text that a string type holds. */
    static long length(SqlType type) {
        if (type.modifiers().isEmpty()) {
            return type.base().equals("character") ? 1 : UNLIMITED;
        }
        return number(type.modifiers(), UNLIMITED);
    }

    static long precision(SqlType type) {
        return number(type.modifiers(), 6);
    }

    /** The digits that a {@code numeric} has before the point. */
    static long whole(SqlType type) {
        if (type.modifiers().isEmpty()) {
            return UNLIMITED;
        }
        return number(type.modifiers().split(",", -1)[0], UNLIMITED) - scale(type);
    }

    static long scale(SqlType type) {
        if (type.modifiers().isEmpty()) {
            return UNLIMITED;
        }
        String[] parts = type.modifiers().split(",", -1);
        return parts.length < 2 ? 0 : number(parts[1], 0);
    }

    private static long number(String text, long otherwise) {
        return text.strip().matches("-?\\d{1,9}") ? Long.parseLong(text.strip()) : otherwise;
    }
}
