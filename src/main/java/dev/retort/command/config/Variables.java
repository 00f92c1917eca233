package dev.retort.command.config;

import dev.retort.UsageException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills <code>${NAME}</code> from the environment; <code>$${</code> stands for a literal <code>${</code>. */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?<escape>\\$\\{)|\\$\\{(?<name>[^}]*)}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The text with its references filled in.
     *
     * @throws UsageException if a variable is not set, or set to nothing
     */
    String fill(String text, String origin) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) != null ? "${" : value(String.valueOf(match.group(2)), text, origin)));
    }

    private String value(String name, String text, String origin) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new UsageException(
                    "The environment variable " + name + " is not set",
                    "it is needed by " + origin + " = \"" + text + "\".",
                    "Set it: export " + name + "=…, or give the value on the command line.");
        }
        return value;
    }
}
