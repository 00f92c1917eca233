package dev.retort.migration;

import dev.retort.RevisionException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays and collections as PostgreSQL reads them: {@code {1,2,NULL}}. */
final class ArrayLiteral {

    private final StringBuilder text = new StringBuilder();
    private @Nullable String cast;

    private ArrayLiteral() {}

    static SqlLiteral of(Object value) {
        ArrayLiteral literal = new ArrayLiteral();
        literal.append(value);
        String element = literal.cast;
        return new SqlLiteral(
                literal.text.toString(), element == null || element.isEmpty() ? "" : element + "[]", false);
    }

    private void append(Object array) {
        text.append('{');
        String separator = "";
        for (Object element : elements(array)) {
            text.append(separator);
            separator = ",";
            if (element != null && isArray(element)) {
                append(element);
            } else {
                appendElement(SqlLiteral.of(element));
            }
        }
        text.append('}');
    }

    private void appendElement(SqlLiteral element) {
        String value = element.text();
        if (value == null) {
            text.append("NULL");
            return;
        }
        if (cast == null) {
            cast = element.cast();
        } else if (!cast.equals(element.cast())) {
            throw new RevisionException(
                    "An array cannot be written into SQL",
                    "Its elements are of several types.",
                    "Give elements of one class.");
        }
        if (element.bare()) {
            text.append(value);
        } else {
            text.append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }

    private static boolean isArray(Object value) {
        return value instanceof Collection<?> || (value.getClass().isArray() && !(value instanceof byte[]));
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (array instanceof Collection<?> collection) {
            elements.addAll(collection);
        } else {
            for (int i = 0; i < Array.getLength(array); i++) {
                elements.add(Array.get(array, i));
            }
        }
        return elements;
    }
}
