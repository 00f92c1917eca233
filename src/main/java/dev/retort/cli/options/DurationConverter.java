package dev.retort.cli.options;

import dev.retort.command.config.DurationSetting;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a time of the command line, see {@link DurationSetting}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        return DurationSetting.parse(value, "");
    }
}
