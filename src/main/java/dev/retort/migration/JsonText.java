package dev.retort.migration;

import java.lang.reflect.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map as a JSON object, with what it holds: maps, collections and arrays, text, numbers, booleans, null; anything else as its text. */
final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** The object; its keys as the map has them, in its order. */
    static String of(Map<?, ?> object) {
        JsonText json = new JsonText();
        json.append(object);
        return json.text.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null || value instanceof Boolean || isFinite(value)) {
            text.append(value);
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator);
                separator = ",";
                string(String.valueOf(entry.getKey()));
                text.append(':');
                append(entry.getValue());
            }
            text.append('}');
        } else if (value instanceof Collection<?> collection) {
            array(collection.toArray());
        } else if (value.getClass().isArray() && !(value instanceof byte[])) {
            array(value);
        } else {
            string(text(value));
        }
    }

    /** A point in time as JSON's readers know it, by ISO 8601 with seconds; anything else as PostgreSQL writes it. */
    private static String text(Object value) {
        if (value instanceof Timestamp at) {
            return text(at.toLocalDateTime());
        } else if (value instanceof Instant at) {
            return at.toString();
        } else if (value instanceof LocalDateTime at) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
        } else if (value instanceof OffsetDateTime at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
        } else if (value instanceof ZonedDateTime at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
        }
        return String.valueOf(SqlLiteral.of(value).text());
    }

    /** JSON has no word for what is no number. */
    private static boolean isFinite(Object value) {
        return value instanceof Number number
                && !(number instanceof Double real && !Double.isFinite(real))
                && !(number instanceof Float real && !Float.isFinite(real));
    }

    private void array(Object array) {
        text.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            text.append(i == 0 ? "" : ",");
            append(Array.get(array, i));
        }
        text.append(']');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
