package dev.retort.model;

import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as SQL spells it, possibly qualified.
 *
 * @param namespace the namespace, folded or unquoted; null where it is not stated
 * @param name the name, folded or unquoted
 */
record SqlNames(@Nullable String namespace, String name) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** Reads {@code name}, {@code "Name"} or {@code namespace.name}. */
    static SqlNames of(String text) {
        SqlTokens tokens = new SqlTokens(text.strip());
        List<String> parts = new ArrayList<>();
        do {
            parts.add(unquote(tokens.take()));
        } while (tokens.accept("."));
        int last = parts.size() - 1;
        return new SqlNames(last == 0 ? null : parts.get(last - 1), parts.get(last));
    }

    /** One identifier, folded unless it stands in quotes, or in JPA's backticks. */
    static String unquote(String identifier) {
        return Names.isQuoted(identifier)
                ? Names.quoted(identifier.substring(1, identifier.length() - 1))
                : Names.cut(Names.fold(identifier));
    }

    /** One identifier as SQL needs it written. */
    static String quote(String identifier) {
        return PLAIN.matcher(identifier).matches() ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The object of that name, in the default namespace where none is stated. */
    ObjectName object() {
        return namespace == null ? ObjectName.of(name) : new ObjectName(namespace, name);
    }

    /** The name alone where it is one of {@code pg_catalog}, else with its namespace. */
    String catalogSpelling() {
        return namespace == null || namespace.equals("pg_catalog") ? name : namespace + "." + name;
    }
}
