package dev.retort.schema;

import java.util.regex.Pattern;

/** Spells a type. */
final class SqlTypePrinter {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private SqlTypePrinter() {}

    static String display(SqlType type) {
        ObjectName user = type.userType();
        String name = user == null
                ? type.base()
                : user.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                        ? quoted(user.name())
                        : quoted(user.namespace()) + "." + quoted(user.name());
        return withModifiers(name, type.modifiers()) + (type.array() ? "[]" : "");
    }

    /** Modifiers stand after the first word: {@code timestamp(3) with time zone}, but after all of {@code character varying}. */
    private static String withModifiers(String name, String modifiers) {
        if (modifiers.isEmpty()) {
            return name;
        }
        if (name.startsWith("interval") && !Character.isDigit(modifiers.charAt(0))) {
            return name + " " + modifiers;
        }
        int zone = name.indexOf(" with");
        return zone < 0
                ? name + "(" + modifiers + ")"
                : name.substring(0, zone) + "(" + modifiers + ")" + name.substring(zone);
    }

    private static String quoted(String identifier) {
        return PLAIN.matcher(identifier).matches() ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
