package dev.retort.diff;

import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** What is left of a text that is read as a number or a time: what the type has no place for is rounded or left out, and nothing fails. */
final class ReadTexts {

    private static final String ORDER = "a day and a month that are numbers with slashes are read month first";

    private ReadTexts() {}

    /** In words; null where a text that converts converts whole. */
    static @Nullable String lost(SqlType to) {
        if (to.userType() != null) {
            return null;
        }
        return switch (to.base()) {
            case "numeric" -> to.modifiers().isEmpty() ? null : "a number of more digits is rounded";
            case "real", "double precision" -> "a number of more digits is rounded to those that it keeps";
            case "date" -> "a time of day or a zone in a text is left out, and " + ORDER;
            case "time without time zone" ->
                "a date or a zone in a text is left out"
                        + (Narrowing.precision(to) < 6 ? ", and fractions are rounded" : "");
            case "time with time zone" ->
                "a date in a text is left out" + (Narrowing.precision(to) < 6 ? ", and fractions are rounded" : "");
            case "timestamp without time zone" -> "a zone in a text is left out, " + rounded(to) + "and " + ORDER;
            case "timestamp with time zone" -> rounded(to) + ORDER;
            default -> null;
        };
    }

    /** The same of a number in JSON. */
    static @Nullable String lostOfJson(SqlType from, SqlType to) {
        boolean read = from.base().equals("jsonb") && !from.array() && !to.array() && to.userType() == null;
        if (!read) {
            return null;
        }
        return switch (to.base()) {
            case "smallint", "integer", "bigint" -> "a fraction is rounded, and a larger number makes it fail";
            case "numeric" ->
                to.modifiers().isEmpty() ? null : "a number of more digits is rounded, and a larger one makes it fail";
            default -> null;
        };
    }

    private static String rounded(SqlType to) {
        return Narrowing.precision(to) < 6 ? "fractions of a second are rounded, " : "";
    }

    /** The condition for texts that are numbers and lose digits; null where none is known. */
    static @Nullable String condition(String column, SqlType from, SqlType to) {
        if (from.array() || to.array()) {
            return null;
        } else if (TypeCasts.isString(from)) {
            return TextNumbers.rounded(column, to);
        }
        String number = "(" + column + "#>>'{}')::numeric";
        String places = to.base().equals("numeric") ? String.valueOf(Narrowing.scale(to)) : "0";
        return "CASE WHEN jsonb_typeof(" + column + ") = 'number' THEN " + number + " <> round(" + number + ", "
                + places + ") END";
    }
}
