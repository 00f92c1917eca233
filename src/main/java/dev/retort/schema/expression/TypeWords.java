package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import java.util.Set;

/** Families of types, as far as casts in expressions depend on them. */
final class TypeWords {

    private static final Set<String> NUMERIC =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final Set<String> STRINGS = Set.of("text", "character varying", "bpchar", "character");

    private TypeWords() {}

    /** Whether what a string means as this type depends on when it is read. */
    static boolean isRead(SqlType type) {
        String base = type.base();
        return base.equals("date") || base.startsWith("time");
    }

    static boolean isNumeric(SqlType type) {
        return !type.array() && NUMERIC.contains(type.base());
    }

    /** {@code text} or {@code character varying} without a length: a cast to it changes how a string is labelled, not what it is. */
    static boolean isFreeText(SqlType type) {
        return !type.array()
                && type.modifiers().isEmpty()
                && (type.base().equals("text") || type.base().equals("character varying"));
    }

    /** Any type of character strings. */
    static boolean isString(SqlType type) {
        return !type.array() && STRINGS.contains(type.base());
    }

    static boolean isJson(SqlType type) {
        return !type.array() && (type.base().equals("json") || type.base().equals("jsonb"));
    }

    static boolean is(SqlType type, String base) {
        return !type.array() && type.base().equals(base);
    }
}
