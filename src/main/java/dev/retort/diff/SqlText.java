package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.List;

/** Names and constants in the SQL that people are shown, or that a revision runs. */
final class SqlText {

    private SqlText() {}

    /** The name; the default namespace is left out. */
    static String name(ObjectName name) {
        return (name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                        ? ""
                        : ReservedWords.quote(name.namespace()) + ".")
                + ReservedWords.quote(name.name());
    }

    /** A constant that means the same whatever {@code standard_conforming_strings} is. */
    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** A value of an enumeration. */
    static String value(String text, boolean number) {
        return number ? text : literal(text);
    }

    /** The call of a revision that runs the SQL, as Java. */
    static String call(String sql) {
        return "op.execute(" + java(sql) + ")";
    }

    /** Calls as they stand in a sentence: {@code a}, {@code b} and {@code c}. */
    static String ticked(List<String> calls) {
        return EnumChecks.words(calls.stream().map(call -> "`" + call + "`").toList());
    }

    /** A constant of Java. */
    static String java(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** Asks which tables have columns that hold a type, however deep, and how large they are; the type by its full name, such as {@code public.mood}. */
    static String columnsOf(String type) {
        int dot = type.indexOf('.');
        ObjectName name =
                dot < 0 ? ObjectName.of(type) : new ObjectName(type.substring(0, dot), type.substring(dot + 1));
        return "WITH RECURSIVE held(type) AS (SELECT " + literal(name(name))
                + "::regtype::oid UNION SELECT oid FROM held, pg_type"
                + " LEFT JOIN pg_attribute ON attrelid = typrelid WHERE type IN (typelem, typbasetype, atttypid))"
                + " SELECT DISTINCT attrelid::regclass, pg_size_pretty(pg_total_relation_size(attrelid)) FROM pg_attribute"
                + " JOIN held ON type = atttypid WHERE pg_total_relation_size(attrelid) > 0";
    }
}
