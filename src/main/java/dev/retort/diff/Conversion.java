package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column become values of another type.
 *
 * @param using the {@code USING} expression; null where PostgreSQL casts by itself
 * @param guessed whether the expression only goes through text and nobody knows that it means the right thing
 */
record Conversion(@Nullable String using, boolean guessed) {

    /** Those that PostgreSQL has no cast for to and from truth values. */
    private static final Set<String> NUMBERS = Set.of("smallint", "bigint", "numeric", "real", "double precision");

    private static final Conversion AUTOMATIC = new Conversion(null, false);

    /** The conversion of a column, which goes by its name in the expression: where it holds none, there is no list with nothing in it afterwards either. */
    static Conversion of(Column column, SqlType from, SqlType to) {
        String value = ReservedWords.quote(column.name());
        Conversion conversion = ofExpression(value, from, to);
        return column.nullable()
                        && conversion.using() != null
                        && conversion.using().startsWith("ARRAY[")
                ? new Conversion(
                        "CASE WHEN " + value + " IS NOT NULL THEN " + conversion.using() + " END", conversion.guessed())
                : conversion;
    }

    /** The conversion of an expression that is safe to put a cast behind. */
    static Conversion ofExpression(String value, SqlType from, SqlType to) {
        String target = to.display();
        String largeObject = largeObject(value, from, to);
        String exact = largeObject != null ? largeObject : exact(value, from, to);
        if (exact != null) {
            return new Conversion(exact, false);
        } else if (TypeCasts.automatic(from, to)) {
            return AUTOMATIC;
        } else if (JsonRecords.isJson(from) && to.array()) {
            // A cast to a shorter text would cut it; that it is stored does not.
            String cast = TypeCasts.isString(to.element()) ? "" : "::" + target;
            return new Conversion(JsonRecords.texts(value, from) + cast, false);
        } else if (from.array() && !to.array()) {
            String first = value.indexOf(':') < 0 ? value + "[1]" : "(" + value + ")[1]";
            return new Conversion(cast(first, from.element(), to), false);
        } else if (!from.array() && to.array()) {
            return new Conversion("ARRAY[" + cast(value, from, to.element()) + "]", false);
        } else if (TypeCasts.explicit(from.element(), to.element()) || TypeCasts.isString(from)) {
            return new Conversion(value + "::" + target, false);
        }
        boolean throughText = from.userType() != null || to.userType() != null;
        String text = value + "::text" + (from.array() ? "[]" : "");
        // A cast to a shorter text would cut it; that it is stored does not.
        return new Conversion(TypeCasts.isString(to.element()) ? text : text + "::" + target, !throughText);
    }

    /**
     * The content of a large object, or the large object of a content: Hibernate's {@code @Lob} makes columns of type {@code oid}, which hold but the numbers
     * of large objects. A cast would keep the number and lose the content. The driver writes texts into them as UTF-8.
     */
    private static @Nullable String largeObject(String value, SqlType from, SqlType to) {
        if (is(to, "oid")) {
            return is(from, "bytea")
                    ? "lo_from_bytea(0, " + value + ")"
                    : isText(from) ? "lo_from_bytea(0, convert_to(" + value + ", 'UTF8'))" : null;
        } else if (is(from, "oid")) {
            return is(to, "bytea")
                    ? "lo_get(" + value + ")"
                    : isText(to) ? "convert_from(lo_get(" + value + "), 'UTF8')" : null;
        }
        return null;
    }

    /**
     * What no cast of PostgreSQL does, or one does in a way that nobody means, and what leaves no choice: numbers are truth values as in C, lists and composite values are
     * JSON, texts are bytes as UTF-8, and an identifier is its sixteen bytes, as Hibernate 5 stored it. PostgreSQL's own way from bytes to a text spells them in hexadecimal digits.
     */
    private static @Nullable String exact(String value, SqlType from, SqlType to) {
        if (JsonRecords.isJson(to) && (from.array() || from.userType() != null)) {
            return "to_" + to.base() + "(" + value + ")";
        } else if (is(from, "inet") && isText(to)) {
            // The cast writes the mask of a single address behind it, which nothing that reads addresses expects.
            return "abbrev(" + value + ")";
        } else if (from.array() && is(from.element(), "inet") && to.array() && isText(to.element())) {
            // So is the cast of each element, but not the text of the list.
            return value + "::text::text[]";
        } else if (is(from, "boolean") && isOneOf(to, NUMBERS)) {
            return value + "::integer::" + to.display();
        } else if (is(to, "boolean") && isOneOf(from, NUMBERS)) {
            return "(" + value + " <> 0)";
        } else if (is(from, "bytea")) {
            return isText(to)
                    ? "convert_from(" + value + ", 'UTF8')"
                    : is(to, "uuid") ? "encode(" + value + ", 'hex')::uuid" : null;
        } else if (is(to, "bytea")) {
            return isText(from)
                    ? "convert_to(" + value + ", 'UTF8')"
                    : is(from, "uuid") ? "uuid_send(" + value + ")" : null;
        }
        return null;
    }

    private static boolean isOneOf(SqlType type, Set<String> bases) {
        return !type.array() && type.userType() == null && bases.contains(type.base());
    }

    private static boolean isText(SqlType type) {
        return !type.array() && type.userType() == null && TypeCasts.isString(type);
    }

    private static String cast(String value, SqlType from, SqlType to) {
        if (from.equals(to)) {
            return value;
        }
        String using = ofExpression(value, from, to).using();
        if (using != null) {
            return using;
        } else if (TypeCasts.isString(to)) {
            // A cast to a shorter text would cut it; that it is stored does not.
            return TypeCasts.isString(from) ? value : value + "::text";
        }
        return value + "::" + to.display();
    }

    private static boolean is(SqlType type, String base) {
        return !type.array() && type.userType() == null && type.base().equals(base);
    }
}
