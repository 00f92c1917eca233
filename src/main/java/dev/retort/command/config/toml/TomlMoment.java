package dev.retort.command.config.toml;

/**
 * A date, a time or both, as it is written.
 *
 * @param text a valid one, such as {@code 1979-05-27T07:32:00Z}
 */
public record TomlMoment(String text) {

    @Override
    public String toString() {
        return text;
    }
}
