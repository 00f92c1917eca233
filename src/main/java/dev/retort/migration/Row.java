package dev.retort.migration;

import dev.retort.RevisionException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a query's answer.
 *
 * @param values the values by column label, in the order of the query, of the classes that the PostgreSQL driver gives
 */
public record Row(Map<String, @Nullable Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The rows of a result, read to its end. */
    public static List<Row> all(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                values.put(meta.getColumnLabel(i), result.getObject(i));
            }
            rows.add(new Row(values));
        }
        return rows;
    }

    /**
     * The value of a column.
     *
     * @throws RevisionException if the query has no such column
     */
    public @Nullable Object get(String column) {
        if (!values.containsKey(column)) {
            throw new RevisionException(
                    "A row has no column " + column,
                    "The query gives " + String.join(", ", values.keySet()) + ".",
                    "Name one of these, or add it to the query.");
        }
        return values.get(column);
    }

    /**
     * The value of a column, as a class; null where it is null.
     *
     * @throws RevisionException if the query has no such column or its value is of another class
     */
    public <T> @Nullable T get(String column, Class<T> type) {
        Object value = get(column);
        if (value != null && !type.isInstance(value)) {
            throw new RevisionException(
                    "The column " + column + " is not a " + type.getSimpleName(),
                    "The driver gives a " + value.getClass().getName() + ".",
                    "Ask for that, or cast in the query.");
        }
        return type.cast(value);
    }

    /** The value of a column as text; null where it is null. */
    public @Nullable String text(String column) {
        Object value = get(column);
        return value == null ? null : value.toString();
    }

    /**
     * The value of a column of any number type.
     *
     * @throws RevisionException if it is null or no number
     */
    public long number(String column) {
        Number value = get(column, Number.class);
        if (value == null) {
            throw new RevisionException(
                    "The column " + column + " is null", "A number was asked for.", "Use coalesce in the query.");
        }
        return value.longValue();
    }
}
