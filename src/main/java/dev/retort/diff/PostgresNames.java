package dev.retort.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names that PostgreSQL makes for what a statement leaves unnamed, per {@code makeObjectName} and its callers in the server's sources. */
final class PostgresNames {

    /** {@code NAMEDATALEN - 1}: the bytes of a name that the server keeps. */
    static final int LONGEST = 63;

    private PostgresNames() {}

    /** Table, columns and label, the two first cut so that all fit, the longer one first. */
    static String make(String table, String columns, String label) {
        int available = LONGEST - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(columns);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clip(table, first) + (columns.isEmpty() ? "" : "_" + clip(columns, second)) + "_" + label;
    }

    /** The columns' names joined, no further than the server joins them. */
    static String join(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            if (!joined.isEmpty()) {
                joined.append('_');
            }
            joined.append(column);
            if (bytes(joined.toString()) >= LONGEST + 1) {
                break;
            }
        }
        return joined.toString();
    }

    /** The names of index keys, each one made unique by a number: a second {@code lower} becomes {@code lower1}. */
    static List<String> distinct(List<String> keys) {
        List<String> names = new ArrayList<>();
        for (String key : keys) {
            String name = key;
            for (int number = 1; names.contains(name); number++) {
                name = clip(key, LONGEST - String.valueOf(number).length()) + number;
            }
            names.add(name);
        }
        return names;
    }

    /** As much of a name as fits into so many bytes of UTF-8, no character cut. */
    static String clip(String name, int bytes) {
        if (bytes(name) <= bytes) {
            return name;
        }
        int end = name.length();
        while (bytes(name.substring(0, end)) > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
