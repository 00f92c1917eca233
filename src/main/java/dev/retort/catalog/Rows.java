package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a row in the forms that the catalog's columns have. */
final class Rows {

    private Rows() {}

    /** A text that is never null. */
    static String text(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column), column);
    }

    /** A text, the empty one for null. */
    static String textOrEmpty(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /** The columns {@code namespace} and {@code name}. */
    static ObjectName name(ResultSet rows) throws SQLException {
        return new ObjectName(text(rows, "namespace"), text(rows, "name"));
    }

    /** An array of texts; empty for null. */
    static List<String> texts(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** Storage parameters, which the catalog holds as {@code name=value}. */
    static SortedMap<String, String> storage(List<String> options) {
        SortedMap<String, String> storage = new TreeMap<>();
        options.forEach(option -> {
            int at = option.indexOf('=');
            storage.put(at < 0 ? option : option.substring(0, at), at < 0 ? "" : option.substring(at + 1));
        });
        return storage;
    }

    /** Numbers between blanks, as {@code int2vector} and {@code oidvector} are printed. */
    static long[] numbers(@Nullable String vector) {
        return vector == null || vector.isEmpty()
                ? new long[0]
                : Arrays.stream(vector.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
