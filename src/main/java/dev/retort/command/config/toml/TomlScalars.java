package dev.retort.command.config.toml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers, dates, and {@code true} and {@code false}. */
final class TomlScalars {

    private static final String DIGITS = "\\d(?:_?\\d)*";

    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9](?:_?\\d)*)");

    private static final Pattern OTHER_BASE =
            Pattern.compile("0(?:x([0-9A-Fa-f](?:_?[0-9A-Fa-f])*)|o([0-7](?:_?[0-7])*)|b([01](?:_?[01])*))");

    private static final int[] BASES = {16, 8, 2};

    private static final Pattern FLOAT =
            Pattern.compile("[+-]?(?:0|[1-9](?:_?\\d)*)(?:\\." + DIGITS + ")?(?:[eE][+-]?" + DIGITS + ")?");

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)?(?:(?<=\\d)[Tt ](?=\\d))?(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)?([Zz]|[+-]\\d\\d:\\d\\d)?");

    private final TomlText text;

    TomlScalars(TomlText text) {
        this.text = text;
    }

    Object read() throws TomlException {
        String word = word();
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> number(word);
        };
    }

    /** All that may belong to such a value; a blank only between a date and a time. */
    private String word() throws TomlException {
        StringBuilder word = new StringBuilder();
        while (belongs(text.peek())
                || (word.length() == "1979-05-27".length()
                        && text.peek() == ' '
                        && Character.isDigit(text.peek(1))
                        && word.charAt(4) == '-')) {
            word.append(text.next());
        }
        if (word.isEmpty()) {
            throw text.wrong("A value is missing; a text stands between quotes.");
        }
        return word.toString();
    }

    private static boolean belongs(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+-._:".indexOf(c) >= 0;
    }

    private Object number(String word) throws TomlException {
        try {
            if (INTEGER.matcher(word).matches()) {
                return Long.parseLong(word.replace("_", ""));
            }
            Matcher based = OTHER_BASE.matcher(word);
            if (based.matches()) {
                for (int i = 1; i <= BASES.length; i++) {
                    if (based.group(i) != null) {
                        return Long.parseLong(based.group(i).replace("_", ""), BASES[i - 1]);
                    }
                }
            }
        } catch (NumberFormatException e) {
            throw text.wrong("The number " + word + " does not fit into 64 bits.");
        }
        if (FLOAT.matcher(word).matches()) {
            return Double.parseDouble(word.replace("_", ""));
        }
        return moment(word);
    }

    private TomlMoment moment(String word) throws TomlException {
        Matcher parts = MOMENT.matcher(word);
        boolean fits = parts.matches()
                && (parts.group(1) != null || parts.group(2) != null)
                && (parts.group(3) == null || (parts.group(1) != null && parts.group(2) != null));
        if (!fits) {
            throw text.wrong("\"" + word + "\" is no value; a text stands between quotes.");
        }
        try {
            if (parts.group(1) != null) {
                LocalDate.parse(parts.group(1));
            }
            if (parts.group(2) != null) {
                LocalTime.parse(parts.group(2));
            }
            if (parts.group(3) != null && parts.group(3).length() > 1) {
                ZoneOffset.of(parts.group(3));
            }
        } catch (DateTimeException e) {
            throw text.wrong("There is no such date or time: " + word + ".");
        }
        return new TomlMoment(word);
    }
}
