package dev.retort.schema;

/** Spells a type. */
final class SqlTypePrinter {

    private SqlTypePrinter() {}

    static String display(SqlType type) {
        ObjectName user = type.userType();
        String name = user == null
                ? type.base()
                : isPlain(user)
                        ? ReservedWords.quote(user.name())
                        : ReservedWords.quote(user.namespace()) + "." + ReservedWords.quote(user.name());
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

    /** A name that hides a built-in type keeps its namespace. */
    private static boolean isPlain(ObjectName user) {
        return user.namespace().equals(ObjectName.DEFAULT_NAMESPACE) && !BuiltinTypes.isName(user.name());
    }
}
