package dev.retort.database;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.postgresql.PGProperty;

/** The parameters of a {@code jdbc:} URL. The driver passes over those that it does not know, and with {@code sslmod=require} the password went in the clear. */
final class DriverParameters {

    private DriverParameters() {}

    /**
     * Adds the parameters to the driver's properties.
     *
     * @throws UsageException if the driver knows none of that name
     */
    static void add(Map<String, String> written, SortedMap<String, String> properties) {
        // The driver prefers a mode to "ssl", wherever it comes from; what a URL says goes before the environment.
        if (written.containsKey("ssl") && !written.containsKey("sslmode")) {
            properties.remove("sslmode");
        }
        written.forEach((name, value) -> {
            PGProperty property = PGProperty.forName(name);
            if (property == null) {
                throw unknown(name);
            }
            requireChoice(property, value);
        });
        properties.putAll(written);
    }

    /** The driver takes a word that it does not know for its own default, or fails as if the server were away. */
    private static void requireChoice(PGProperty property, String value) {
        String[] choices = isYesOrNo(property) ? new String[] {"false", "true"} : property.getChoices();
        // The name alone, without a value, is the driver's way to say ssl=true.
        if (choices == null
                || value.isEmpty()
                || Arrays.stream(choices).anyMatch(choice -> choice.equalsIgnoreCase(value))) {
            return;
        }
        String name = property.getName();
        throw new UsageException(
                "the database URL holds the parameter " + name,
                "its value is \"" + value + "\", and can be " + String.join(", ", choices),
                Nearest.to(value, List.of(choices))
                        .map(near -> "Did you mean " + name + "=" + near + "?")
                        .orElse("Write for example " + name + "=" + choices[choices.length - 1]));
    }

    /** The driver takes whatever is not "true" for no, also where that leaves a connection unprotected. */
    private static boolean isYesOrNo(PGProperty property) {
        return property == PGProperty.SSL
                || "true".equals(property.getDefaultValue())
                || "false".equals(property.getDefaultValue());
    }

    private static UsageException unknown(String name) {
        List<String> known =
                Arrays.stream(PGProperty.values()).map(PGProperty::getName).toList();
        return new UsageException(
                "the database URL holds the parameter " + name,
                "the PostgreSQL driver of Java knows none of this name, and would pass over it",
                Nearest.to(name, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse(
                                "Leave it out; where it is one of libpq's, write the URL as postgresql://USER@HOST:PORT/DATABASE?…"));
    }
}
