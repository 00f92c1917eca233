package dev.retort.cli;

import dev.retort.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads a time as PostgreSQL spells it: a number and ms, s, min or h; milliseconds where no unit stands. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern GRAMMAR = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|min|h)?");

    @Override
    public Duration convert(String value) {
        Matcher matcher = GRAMMAR.matcher(value);
        if (!matcher.matches()) {
            throw new UsageException(
                    "\"" + value + "\" is no time", "a time is a number and a unit.", "For example 500ms, 2s or 5min.");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMillis(number);
        };
    }
}
