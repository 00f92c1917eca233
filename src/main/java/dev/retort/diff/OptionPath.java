package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of {@code --rename}, {@code --map} and {@code --backfill}: parts with dots between them, an equals sign between two sides. A part that holds a
 * dot, an equals sign or a double quote stands in double quotes, quotes inside doubled.
 */
final class OptionPath {

    private OptionPath() {}

    /** The parts of each side; empty if the text is not of that grammar. */
    static Optional<List<List<String>>> sides(String text) {
        List<List<String>> sides = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '=';
            if (quoted && i == text.length()) {
                return Optional.empty();
            } else if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '.' || c == '=')) {
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                sides.get(sides.size() - 1).add(part.toString());
                part.setLength(0);
                if (c == '=' && i < text.length()) {
                    sides.add(new ArrayList<>());
                }
            } else {
                part.append(c);
            }
        }
        return Optional.of(sides);
    }

    /** Where the first equals sign outside of quotes stands; -1 for none. */
    static int equalsSign(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the parts name the object, with its namespace or, where that is the default one, without. */
    static boolean names(List<String> path, ObjectName name) {
        return path.equals(List.of(name.namespace(), name.name()))
                || (path.equals(List.of(name.name())) && name.namespace().equals(ObjectName.DEFAULT_NAMESPACE));
    }

    /** The object that one or two parts name. */
    static ObjectName name(List<String> path) {
        return path.size() == 1 ? ObjectName.of(path.get(0)) : new ObjectName(path.get(0), path.get(1));
    }

    static String display(ObjectName name, String part) {
        return display(name) + "." + part(part);
    }

    static String display(ObjectName name) {
        return (name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) ? "" : part(name.namespace()) + ".")
                + part(name.name());
    }

    static String part(String part) {
        return part.matches("[^.=\"]+") ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    static String display(List<String> path) {
        return String.join(".", path.stream().map(OptionPath::part).toList());
    }

    /** As a shell takes it for one word. */
    static String shell(String option) {
        return option.matches("[A-Za-z0-9_.=-]+") ? option : "'" + option.replace("'", "'\\''") + "'";
    }

    static UsageException unreadable(String what, String text, String grammar, String example) {
        return new UsageException(
                "cannot read the " + what + " '" + text + "'",
                grammar + "; names with a dot, an equals sign or a quote stand in double quotes.",
                "For example: " + example);
    }
}
