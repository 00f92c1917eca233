package dev.retort.schema;

/** Reads any spelling of a type. */
final class SqlTypeParser {

    private SqlTypeParser() {}

    static SqlType parse(String text) {
        return SqlType.builtin(text);
    }
}
