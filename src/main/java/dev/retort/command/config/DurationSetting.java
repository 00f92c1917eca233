package dev.retort.command.config;

import dev.retort.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time as PostgreSQL spells it: a number and ms, s, min or h. A bare number but 0 is refused: PostgreSQL would take milliseconds, and people seconds. */
public final class DurationSetting {

    private static final Pattern GRAMMAR = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|min|h)?");

    private DurationSetting() {}

    /**
     * The time that a text says.
     *
     * @param origin where it was written, in words, for the error; empty where that is plain
     * @throws UsageException if it says none
     */
    public static Duration parse(String text, String origin) {
        Matcher matcher = GRAMMAR.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageException(
                    "\"" + text + "\"" + (origin.isEmpty() ? "" : " of " + origin) + " is no time",
                    "a time is a number and a unit.",
                    "For example 500ms, 2s or 5min.");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        if (unit.isEmpty() && number != 0) {
            throw new UsageException(
                    "\"" + text + "\"" + (origin.isEmpty() ? "" : " of " + origin) + " has no unit",
                    "a time is a number and a unit.",
                    "Write " + number + "s for seconds, " + number + "ms for milliseconds.");
        }
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMillis(number);
        };
    }
}
