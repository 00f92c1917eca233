package dev.retort.migration;

/**
 * What a revision can do, in the words of PostgreSQL. Each call is one operation; it runs before the next call returns, so that {@code query} sees what
 * came before.
 *
 * <p>Names of tables, sequences, types, views and indexes are {@code name} or {@code namespace.name}, verbatim: case matters, nothing is quoted, except
 * that a part which holds a dot or a double quote stands in double quotes. Names of columns and constraints are verbatim. Types are spelled as in SQL.
 * SQL stands only where SQL is meant: defaults, checks, predicates, expressions, queries.
 */
public final class Operations extends DataOperations {

    Operations(Sink sink) {
        super(sink);
    }
}
