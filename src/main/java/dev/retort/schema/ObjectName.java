package dev.retort.schema;

import java.util.Objects;

/**
 * The name of a table, sequence, type, view or index: its namespace (a PostgreSQL schema) and its name, both verbatim, unquoted and unfolded.
 *
 * @param namespace the PostgreSQL schema, {@code public} where nothing else is said
 * @param name the name as the catalog holds it ({@code pg_class.relname} and friends)
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

    /** The namespace of a name that states none. */
    public static final String DEFAULT_NAMESPACE = "public";

    public ObjectName {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** A name in the default namespace. */
    public static ObjectName of(String name) {
        return new ObjectName(DEFAULT_NAMESPACE, name);
    }

    /**
     * Reads the spelling of the revision API: {@code name} or {@code namespace.name}, verbatim; a part that holds a dot or a double quote stands in
     * double quotes, quotes inside doubled.
     *
     * @throws IllegalArgumentException if the text is not of that grammar
     */
    public static ObjectName parse(String text) {
        return ObjectNameParser.parse(text);
    }

    /** The same name in another namespace. */
    public ObjectName in(String otherNamespace) {
        return new ObjectName(otherNamespace, name);
    }

    /** Another name in this namespace. */
    public ObjectName sibling(String otherName) {
        return new ObjectName(namespace, otherName);
    }

    /** The spelling of the revision API, which {@link #parse} reads back: the namespace is left out where it is the default. */
    public String display() {
        return namespace.equals(DEFAULT_NAMESPACE) ? part(name) : part(namespace) + "." + part(name);
    }

    /** The spelling with its namespace always there, as in {@code public.customer}. */
    public String qualified() {
        return part(namespace) + "." + part(name);
    }

    private static String part(String part) {
        boolean plain = !part.isEmpty() && part.indexOf('.') < 0 && part.indexOf('"') < 0;
        return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    /** By namespace, then by name; written out, as every look-up of a large schema comes here. */
    @Override
    public int compareTo(ObjectName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return qualified();
    }
}
