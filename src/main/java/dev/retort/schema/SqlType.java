package dev.retort.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column type in the one spelling that PostgreSQL prints ({@code format_type}), so that equal types are equal values.
 *
 * @param userType the type's name where it is not one of {@code pg_catalog}: an enum, domain, composite or extension type; null for built-in types
 * @param base the built-in type's canonical name, such as {@code character varying} or {@code timestamp with time zone}; empty for a user type
 * @param modifiers what stands in parentheses, without them: {@code 255}, {@code 12,2}; empty for none. Modifiers that say the default
 *     ({@code timestamp(6)}, {@code numeric(10,0)} for {@code numeric(10)}) are left out
 * @param array whether it is an array; PostgreSQL keeps no dimensions
 */
public record SqlType(@Nullable ObjectName userType, String base, String modifiers, boolean array) {

    public SqlType {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(modifiers, "modifiers");
    }

    /** A built-in type without modifiers, by its canonical name. */
    public static SqlType builtin(String base) {
        return new SqlType(null, base, "", false);
    }

    /** A user-defined type. */
    public static SqlType user(ObjectName name) {
        return new SqlType(name, "", "", false);
    }

    /**
     * Reads any spelling of a type: PostgreSQL's, the SQL standard's, an alias ({@code int8}, {@code varchar(20)}, {@code float(53)},
     * {@code integer array[5]}, {@code timestamptz(3)[]}). A name that is not built in is a user type, in the default namespace where it states none;
     * it is folded to lower case unless quoted, as SQL does.
     *
     * @throws IllegalArgumentException if the text is empty or not of a type's form
     */
    public static SqlType parse(String text) {
        return SqlTypeParser.parse(text);
    }

    /** This type as an array. */
    public SqlType asArray() {
        return new SqlType(userType, base, modifiers, true);
    }

    /** The element type of an array, or this type. */
    public SqlType element() {
        return new SqlType(userType, base, modifiers, false);
    }

    /** This type with another user type in the place of its own; modifiers and array stay. */
    public SqlType withUserType(ObjectName name) {
        return new SqlType(name, "", modifiers, array);
    }

    /**
     * The spelling of the revision API and of {@link #parse}: canonical, a user type quoted where it must be, its namespace left out where it is the
     * default.
     */
    public String display() {
        return SqlTypePrinter.display(this);
    }

    @Override
    public String toString() {
        return display();
    }
}
