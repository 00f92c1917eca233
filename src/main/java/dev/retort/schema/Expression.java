package dev.retort.schema;

import dev.retort.schema.expression.ExpressionKey;
import dev.retort.schema.expression.ReadableSpelling;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SQL expression: how it is written, and the key by which it is compared. Two expressions are equal when their keys are, so the many spellings of
 * one meaning ({@code status in ('A', 'B')} and {@code ((status)::text = ANY (ARRAY[…]))}) are one value.
 *
 * @param sql what is printed into SQL and revisions
 * @param key the canonical form, see {@link ExpressionKey}
 */
public record Expression(String sql, String key) {

    public Expression {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(key, "key");
    }

    /** An expression as somebody wrote it. */
    public static Expression of(String sql) {
        return new Expression(sql, ExpressionKey.of(sql));
    }

    /** An expression as a server printed it, spelt readably; see {@link ReadableSpelling}. */
    public static Expression printed(String printed) {
        return printed(printed, column -> null);
    }

    /**
     * An expression over columns as a server printed it, spelt readably.
     *
     * @param columns the type of a column by its name, null where there is none
     */
    public static Expression printed(String printed, Function<String, @Nullable SqlType> columns) {
        return new Expression(ReadableSpelling.of(printed, columns), ExpressionKey.of(printed));
    }

    /** A column's default as a server printed it, spelt readably. */
    public static Expression printedDefault(String printed, SqlType columnType) {
        return new Expression(ReadableSpelling.ofDefault(printed, columnType), ExpressionKey.of(printed));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
