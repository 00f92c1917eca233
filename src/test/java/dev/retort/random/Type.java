package dev.retort.random;

import java.util.List;
import java.util.Set;

/**
 * A column's type on one side.
 *
 * @param sql how it is spelled
 * @param family what it converts to and from with the values that the rows hold
 * @param btree whether it has an order
 * @param hash whether it has a hash
 * @param gin whether its default class for {@code gin} exists
 * @param gist whether its default class for {@code gist} exists
 * @param values two literals, apart from each other
 * @param defaults expressions that may be its default
 * @param needs the keys of the user types that it is made of
 */
record Type(
        String sql,
        Family family,
        boolean btree,
        boolean hash,
        boolean gin,
        boolean gist,
        List<String> values,
        List<String> defaults,
        Set<String> needs) {

    /** Types within which the values of the rows convert. */
    enum Family {
        NUMBER,
        TEXT,
        MOMENT,
        TIME,
        SPAN,
        TRUTH,
        DOCUMENT,
        UUID,
        BITS,
        NUMBERS,
        TEXTS,
        OTHER,
        USER
    }

    boolean isInteger() {
        return sql.equals("smallint") || sql.equals("integer") || sql.equals("bigint");
    }

    boolean isText() {
        return !sql.endsWith("]") && (sql.equals("text") || sql.startsWith("varchar") || sql.startsWith("character"));
    }

    boolean isNumber() {
        return family == Family.NUMBER && !isText();
    }

    Type array() {
        return new Type(
                sql + "[]",
                family == Family.USER ? Family.USER : Family.OTHER,
                btree,
                hash,
                btree,
                false,
                values.stream().map(Type::element).toList(),
                List.of("'{}'"),
                needs);
    }

    /** Text that holds the same values. */
    Type asText() {
        return new Type("text", Family.TEXT, true, true, false, false, values, defaults, Set.of());
    }

    /** Whether keys on it may be referred to: PostgreSQL 15 compares arrays of strings, and domains over enums, with nothing. */
    boolean isReferable() {
        return family != Family.USER && !sql.endsWith("]");
    }

    /** With the classes alone that another type has as well. */
    Type along(Type other) {
        return new Type(
                sql,
                family,
                btree && other.btree,
                hash && other.hash,
                gin && other.gin,
                gist && other.gist,
                values,
                defaults,
                needs);
    }

    /** A type made of this one under another name. */
    Type named(String name, String key) {
        return new Type(name, Family.USER, btree, hash, gin, gist, values, List.of(), Set.of(key));
    }

    private static String element(String literal) {
        String plain = literal.substring(1, literal.length() - 1).replace("''", "'");
        return "'" + ("{\"" + escaped(plain) + "\"}").replace("'", "''") + "'";
    }

    /** A value as a quoted element of an array's or a row's text. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
