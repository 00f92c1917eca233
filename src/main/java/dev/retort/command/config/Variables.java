package dev.retort.command.config;

import dev.retort.UsageException;
import dev.retort.database.ShownUrl;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills <code>${NAME}</code> from the environment, and <code>${NAME:-default}</code> also where it is not set; <code>$${</code> stands for a literal
 * <code>${</code>.
 */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?<escape>\\$\\{)|\\$\\{(?<name>[^}]*)(?<end>}?)");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final String DEFAULT = ":-";

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
                        match.group(1) != null
                                ? "${"
                                : value(
                                        "}".equals(match.group(3)) ? String.valueOf(match.group(2)) : "",
                                        text,
                                        origin)));
    }

    private String value(String reference, String text, String origin) {
        int colon = reference.indexOf(DEFAULT);
        String name = colon < 0 ? reference : reference.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                    origin + " = \"" + shown(text) + "\" names no variable",
                    "between ${ and } stands the name of an environment variable, and after it :- and a default where one is wanted.",
                    "Write ${NAME}, or $${ where the text itself is meant.");
        }
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            if (colon >= 0) {
                return reference.substring(colon + DEFAULT.length());
            }
            throw new UsageException(
                    "The environment variable " + name + " is not set",
                    "it is needed by " + origin + " = \"" + shown(text) + "\".",
                    "Set it: export " + name + "=…, or give the value on the command line.");
        }
        return value;
    }

    /** A URL in the file may hold a password beside the reference. */
    private static String shown(String text) {
        return text.contains("://") ? ShownUrl.of(text).text() : text;
    }
}
