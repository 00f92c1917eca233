package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.List;

/**
 * An operation that works on a database where its set-up was run.
 *
 * @param name what it shows
 * @param setup the SQL that makes an empty database ready for it
 * @param since the first major version of PostgreSQL that can do it
 */
public record Sample(String name, List<String> setup, Operation operation, int since) {

    /** Text that breaks whatever does not quote: SQL, Java, comments, terminals. */
    public static final String HOSTILE_TEXT =
            "it's \\ \"\"\" */ \\u002a/ -- ; $$ ${x} %s\n\t\u001b[31mred 😀 'quoted' \\";

    /** A name likewise; not longer than the 63 bytes of an identifier. */
    public static final String HOSTILE_NAME = "We\"ird's \\ name; -- */ \\u002a/ é";

    /** A name of 63 bytes whose end is a character of two. */
    public static final String LONG_NAME = "x".repeat(61) + "é";

    public Sample {
        setup = List.copyOf(setup);
    }

    static Sample of(String name, Operation operation, String... setup) {
        return new Sample(name, List.of(setup), operation, 14);
    }

    Sample from(int version) {
        return new Sample(name, setup, operation, version);
    }

    static ObjectName n(String name) {
        return ObjectName.parse(name);
    }

    static Column col(String name, String type) {
        return Column.of(name, SqlType.parse(type));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return operation.kind() + ": " + name;
    }
}
