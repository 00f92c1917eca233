package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * One rename as somebody typed it: {@code table=table}, {@code namespace.table=table}, {@code table.column=column}. A part that holds a dot, an equals
 * sign or a double quote stands in double quotes, quotes inside doubled. Which object is meant is known only with the schemas at hand.
 *
 * @param from the parts of the name as it is
 * @param to the new name; more than one part says another namespace too
 */
public record RenameSpec(List<String> from, List<String> to) {

    /** A copy of the lists. */
    public RenameSpec {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    static RenameSpec parse(String text) {
        List<List<String>> sides = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '.' || c == '=')) {
                end(part, sides, text);
                if (c == '=') {
                    sides.add(new ArrayList<>());
                }
            } else {
                part.append(c);
            }
        }
        end(part, sides, text);
        boolean sound = !quoted
                && sides.size() == 2
                && sides.get(0).size() <= 3
                && sides.get(1).size() <= 2;
        if (!sound || (sides.get(1).size() == 2 && sides.get(0).size() == 3)) {
            throw wrong(text);
        }
        return new RenameSpec(sides.get(0), sides.get(1));
    }

    private static void end(StringBuilder part, List<List<String>> sides, String text) {
        if (part.isEmpty()) {
            throw wrong(text);
        }
        sides.get(sides.size() - 1).add(part.toString());
        part.setLength(0);
    }

    private static UsageException wrong(String text) {
        return new UsageException(
                "cannot read the rename '" + text + "'",
                "A rename is table=table, table.column=column or table.constraint=constraint; names with a dot, an equals sign"
                        + " or a quote stand in double quotes.",
                "For example: --rename customer.fullname=full_name");
    }

    /** The way back. */
    RenameSpec inverse() {
        if (to.size() > 1) {
            return new RenameSpec(to, from);
        }
        List<String> path = new ArrayList<>(from);
        String last = path.set(path.size() - 1, to.get(0));
        return new RenameSpec(path, List.of(last));
    }

    /** The option that renames a part of a table or type. */
    static String spell(ObjectName owner, String from, String to) {
        return spell(owner) + "." + part(from) + "=" + part(to);
    }

    /** The option that renames a table, sequence or type, to another namespace if need be. */
    static String spell(ObjectName from, ObjectName to) {
        boolean same = from.namespace().equals(to.namespace());
        return same
                ? spell(from) + "=" + part(to.name())
                : part(from.namespace()) + "." + part(from.name()) + "=" + part(to.namespace()) + "." + part(to.name());
    }

    private static String spell(ObjectName name) {
        return (name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) ? "" : part(name.namespace()) + ".")
                + part(name.name());
    }

    private static String part(String part) {
        return part.matches("[^.=\"]+") ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    /** As it would be typed. */
    String display() {
        return String.join(".", from.stream().map(RenameSpec::part).toList())
                + "="
                + String.join(".", to.stream().map(RenameSpec::part).toList());
    }
}
