package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The updates that fill new columns of one table: one for all of them, because each rewrites every row; the columns of one key from one row of the table
 * that it refers to. A value that is taken from another new column comes after that one is filled.
 */
final class FillUpdate {

    /** What {@link FillAdvice} says for a column of a key of several, and what people write like it. */
    private static final Pattern FIRST_ROW =
            Pattern.compile("(?is)\\(SELECT (\"(?:[^\"]|\"\")+\"|\\w+)( FROM [^()]+ ORDER BY [^()]+ LIMIT 1)\\)");

    /** A window function, which no {@code SET} takes as it is. */
    private static final Pattern WINDOW = Pattern.compile("(?is)(?!.*\\bSELECT\\b).*\\)\\s*OVER\\b.*");

    private FillUpdate() {}

    /**
     * The statements, in order.
     *
     * @param values SQL expressions by the columns' names
     * @param moved the columns whose rows may have a value by then, which stays
     */
    static List<String> of(ObjectName table, Map<String, String> values, Set<String> moved) {
        List<String> assignments = new ArrayList<>();
        Map<String, Map<String, String>> keys = new LinkedHashMap<>();
        List<String> later = new ArrayList<>();
        values.forEach((column, value) -> {
            Matcher row = FIRST_ROW.matcher(value);
            if (moved.contains(column)) {
                later.add(update(table, column, value, ReservedWords.quote(column) + " IS NULL"));
            } else if (row.matches()) {
                keys.computeIfAbsent(row.group(2), tail -> new LinkedHashMap<>())
                        .put(column, row.group(1));
            } else if (overRows(value) || Identifiers.in(value).stream().anyMatch(values::containsKey)) {
                later.add(update(table, column, value));
            } else {
                assignments.add(assignment(column, value));
            }
        });
        keys.forEach((tail, columns) -> assignments.add(key(columns, tail)));
        List<String> updates = new ArrayList<>();
        if (!assignments.isEmpty()) {
            updates.add("UPDATE " + SqlText.name(table) + " SET " + String.join(", ", assignments));
        }
        updates.addAll(later);
        return updates;
    }

    /** Fills one column. */
    static String update(ObjectName table, String column, String value) {
        return update(table, column, value, "");
    }

    /**
     * Fills one column.
     *
     * @param where the rows that are filled, as SQL; empty for all
     */
    static String update(ObjectName table, String column, String value, String where) {
        String name = SqlText.name(table);
        if (overRows(value)) {
            // A row of a partition is known only with the partition.
            String rows = table.name().equals("k") ? "r" : "k";
            return "UPDATE " + name + " SET " + assignment(column, rows + ".n") + " FROM (SELECT tableoid, ctid, "
                    + value
                    + " AS n FROM " + name + (where.isEmpty() ? "" : " WHERE " + where) + ") " + rows + " WHERE ("
                    + name
                    + ".tableoid, " + name + ".ctid) = (" + rows + ".tableoid, " + rows + ".ctid)";
        }
        return "UPDATE " + name + " SET " + assignment(column, value) + (where.isEmpty() ? "" : " WHERE " + where);
    }

    /** Whether it looks at other rows than its own. */
    private static boolean overRows(String value) {
        return WINDOW.matcher(value.replaceAll("'(?:[^']|'')*'", "''")).matches();
    }

    private static String assignment(String column, String value) {
        return ReservedWords.quote(column) + " = " + value;
    }

    private static String key(Map<String, String> columns, String tail) {
        String targets = String.join(", ", columns.values());
        String sources = columns.keySet().stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
        return columns.size() == 1
                ? sources + " = (SELECT " + targets + tail + ")"
                : "(" + sources + ") = (SELECT " + targets + tail + ")";
    }
}
