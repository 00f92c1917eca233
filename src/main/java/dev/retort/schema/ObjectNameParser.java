package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code name} and {@code namespace.name} in the spelling of the revision API. */
final class ObjectNameParser {

    private ObjectNameParser() {}

    static ObjectName parse(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder part = new StringBuilder();
            at = text.startsWith("\"", at) ? quoted(text, at + 1, part) : plain(text, at, part);
            parts.add(part.toString());
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != '.') {
                throw malformed(text);
            }
            at++;
        }
        if (parts.size() > 2 || parts.stream().anyMatch(String::isEmpty)) {
            throw malformed(text);
        }
        return parts.size() == 1 ? ObjectName.of(parts.get(0)) : new ObjectName(parts.get(0), parts.get(1));
    }

    private static int plain(String text, int from, StringBuilder into) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.') {
            if (text.charAt(at) == '"') {
                throw malformed(text);
            }
            into.append(text.charAt(at++));
        }
        return at;
    }

    private static int quoted(String text, int from, StringBuilder into) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                into.append(c);
            } else if (text.startsWith("\"", at)) {
                into.append('"');
                at++;
            } else {
                return at;
            }
        }
        throw malformed(text);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'" + text
                        + "' is not a name: write name or namespace.name, a part that holds a dot or a double quote in double quotes");
    }
}
