package dev.retort.diff;

import dev.retort.schema.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that become numbers: which are none, and which are none that the type holds. A question must not fail on any text, so a {@code CASE} looks at it first,
 * and what is a number is compared as {@code numeric}, which holds all that are left.
 */
final class TextNumbers {

    /** No {@code bigint} has more digits behind its noughts. */
    private static final String WHOLE = "^[[:space:]]*[-+]?0*[0-9]{1,19}[[:space:]]*$";

    /** A number, in any case of letters; what has a longer exponent no type but {@code numeric} holds, and that not always. */
    private static final String NUMBER =
            "^[[:space:]]*([-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?0*[0-9]{1,3})?|nan|[-+]?(inf|infinity))[[:space:]]*$";

    /** So long that no {@code numeric} overflows, with the longest exponent. */
    private static final int LONGEST = 9000;

    /** The first that each does not hold. */
    private static final Map<String, String> RANGES = Map.of(
            "smallint", "-32768 AND 32767",
            "integer", "-2147483648 AND 2147483647",
            "bigint", "-9223372036854775808 AND 9223372036854775807");

    /** Below is read as nought, and above as infinite, which both fail. */
    private static final Map<String, String> FLOATS = Map.of(
            "real", "7.1e-46 AND 3.4028235e38",
            "double precision", "2.5e-324 AND 1.7976931348623157e308");

    private TextNumbers() {}

    /** Whether a text that is a number can still be none of the type. */
    static boolean areLimited(SqlType to) {
        return to.userType() == null
                && (RANGES.containsKey(to.base())
                        || FLOATS.containsKey(to.base())
                        || (to.base().equals("numeric") && !to.modifiers().isEmpty()));
    }

    /** The condition for texts that do not become such a number; null for a type that is none. */
    static @Nullable String unconvertible(String column, SqlType to) {
        String number = column + "::numeric";
        String range = RANGES.get(to.base());
        String magnitude = FLOATS.get(to.base());
        if (range != null) {
            return guarded(column + " !~ " + SqlText.literal(WHOLE), number + " NOT BETWEEN " + range);
        } else if (magnitude != null) {
            return guarded(
                    none(column),
                    "abs(" + number + ") NOT BETWEEN " + magnitude + " AND " + number
                            + " NOT IN (0, 'NaN', 'Infinity', '-Infinity')");
        } else if (!to.base().equals("numeric")) {
            return null;
        }
        return to.modifiers().isEmpty()
                ? none(column)
                // Greater than infinite is NaN, which every numeric holds.
                : guarded(
                        none(column),
                        "abs(round(" + number + ", " + Narrowing.scale(to) + ")) BETWEEN 1e" + Narrowing.whole(to)
                                + " AND 'Infinity'");
    }

    /** The condition for texts that become such a number, but not whole; null where none is known. */
    static @Nullable String rounded(String column, SqlType to) {
        String unfit = unconvertible(column, to);
        String number = column + "::numeric";
        String other =
                switch (to.base()) {
                    case "numeric" -> "round(" + number + ", " + Narrowing.scale(to) + ")";
                    case "real", "double precision" -> column + "::" + to.base() + "::text::numeric";
                    default -> null;
                };
        return other == null || unfit == null
                ? null
                : "CASE WHEN " + unfit + " THEN false ELSE " + number + " <> " + other + " END";
    }

    /** The condition for texts that are such a number in other letters than PostgreSQL writes it in; null for a type that is none. */
    static @Nullable String respelled(String column, SqlType to) {
        String unfit = to.userType() == null ? unconvertible(column, to) : null;
        return unfit == null
                ? null
                : "CASE WHEN " + unfit + " THEN false ELSE " + column + "::" + to.display() + "::text <> " + column
                        + " END";
    }

    private static String none(String column) {
        return "(" + column + " !~* " + SqlText.literal(NUMBER) + " OR length(" + column + ") > " + LONGEST + ")";
    }

    private static String guarded(String none, String outside) {
        return "CASE WHEN " + none + " THEN true ELSE " + outside + " END";
    }
}
