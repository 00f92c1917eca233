package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.regex.Pattern;

/** Names and texts in a form that SQL cannot read as anything else, whatever they hold. */
final class Quoted {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Quoted() {}

    /** An identifier, always quoted. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** An identifier, quoted unless its letters need none; for words of the catalog that cannot be reserved ones. */
    static String plainIdentifier(String name) {
        return PLAIN.matcher(name).matches() ? name : identifier(name);
    }

    /** A name with its namespace, quoted. */
    static String name(ObjectName name) {
        return identifier(name.namespace()) + "." + identifier(name.name());
    }

    /** A text literal that is the same whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A type, its name quoted where it is a user's. */
    static String type(SqlType type) {
        ObjectName user = type.userType();
        if (user == null) {
            return type.display();
        }
        return name(user)
                + (type.modifiers().isEmpty() ? "" : "(" + type.modifiers() + ")")
                + (type.array() ? "[]" : "");
    }
}
