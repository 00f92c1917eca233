package dev.retort.runtime;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * One row of a query: its values by column label, in the order of the columns.
 *
 * @param values the values as the driver reads them; types that only the driver knows ({@code jsonb}, {@code interval} …) as the server prints them
 */
public record SqlRow(Map<String, @Nullable Object> values) {

    static SqlRow read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = result.getObject(i);
            boolean driversOwn =
                    value instanceof PGobject || value instanceof java.sql.Array || value instanceof java.sql.SQLXML;
            values.put(columns.getColumnLabel(i), driversOwn ? result.getString(i) : value);
        }
        return new SqlRow(values);
    }

    /**
     * The value of a column, null for SQL's null.
     *
     * @throws IllegalArgumentException if the query has no column of that label
     */
    public @Nullable Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " among " + values.keySet());
        }
        return values.get(column);
    }

    /** The value as text; null for SQL's null. */
    public @Nullable String text(String column) {
        Object value = get(column);
        return value == null ? null : value.toString();
    }

    /**
     * The value as text, of a column that is never null.
     *
     * @throws IllegalStateException if it is null all the same
     */
    public String string(String column) {
        String text = text(column);
        if (text == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return text;
    }

    /**
     * The value as a whole number.
     *
     * @throws IllegalStateException if it is null or no number
     */
    public long number(String column) {
        if (get(column) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("column " + column + " is no number: " + get(column));
    }

    /** Whether the value is true; null counts as false. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(get(column));
    }
}
