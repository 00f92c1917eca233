package dev.retort.sql;

import java.util.Objects;

/**
 * One SQL statement, without a semicolon at its end.
 *
 * @param sql the statement
 * @param transactional false for what PostgreSQL refuses inside a transaction, such as a concurrent index build
 * @param commitAfter whether what it makes can be used only once its transaction is committed, as a value added to an enum
 */
public record Statement(String sql, boolean transactional, boolean commitAfter) {

    public Statement {
        Objects.requireNonNull(sql, "sql");
    }

    /** A statement that needs nothing of its transaction but to be in it, or to be in none. */
    public Statement(String sql, boolean transactional) {
        this(sql, transactional, false);
    }

    /** An ordinary statement, which runs in a transaction. */
    static Statement of(String sql) {
        return new Statement(sql, true, false);
    }
}
