package dev.retort.command.proof;

import dev.retort.schema.SqlType;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Values that convert: numbers, dates, identifiers and the like, as a column of texts holds them before it becomes one of these, and bytes that are a text. */
final class SpelledValues {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
    private static final int ROWS = 3;

    private SpelledValues() {}

    /** Texts as SQL, a row each; empty where the old type holds no texts, the new one is not known, or its values do not fit. */
    static List<String> of(SqlType from, SqlType to) {
        if (from.equals(SqlType.builtin("bytea"))) {
            return bytes(to);
        } else if (from.array() || from.userType() != null || !TEXTS.contains(from.base()) || to.array()) {
            return List.of();
        }
        int length = !from.modifiers().isEmpty()
                ? Integer.parseInt(from.modifiers())
                : from.base().equals("character") ? 1 : Integer.MAX_VALUE;
        List<String> texts = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            String text = to.userType() == null ? text(to, row, length) : "";
            if (text.isEmpty() || text.length() > length) {
                return List.of();
            }
            texts.add(SqlWriter.literal(text));
        }
        return texts;
    }

    /** Bytes that are a text, or an identifier. */
    private static List<String> bytes(SqlType to) {
        boolean texts = !to.array() && to.userType() == null && TEXTS.contains(to.base());
        if (!texts && !to.equals(SqlType.builtin("uuid"))) {
            return List.of();
        }
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> texts ? "'\\x3" + row + "'" : "'\\x0000000000004000800000000000000" + row + "'")
                .toList();
    }

    private static String text(SqlType to, int row, int length) {
        return switch (to.base()) {
            // Whole numbers of one digit fit every precision with room before the point; a check of the same revision
            // likes them best.
            case "smallint", "integer", "bigint", "real", "double precision", "money", "oid" -> String.valueOf(row);
            case "numeric" -> to.modifiers().isEmpty() || whole(to) > 0 ? String.valueOf(row) : "0";
            case "boolean" -> length < 5 ? (row % 2 == 0 ? "f" : "t") : row % 2 == 0 ? "false" : "true";
            // Without hyphens a date fits eight characters.
            case "date" -> (length < 10 ? "2001020" : "2001-02-0") + row;
            case "time without time zone", "time with time zone" -> "10:1" + row;
            case "timestamp without time zone", "timestamp with time zone" ->
                (length < 16 ? "2001020" + row : "2001-02-0" + row + " 10:00");
            case "interval" -> row + " day";
            case "uuid" ->
                (length < 36 ? "000000000000400080000000000000000" : "00000000-0000-4000-8000-00000000000")
                                .substring(0, length < 36 ? 31 : 35)
                        + row;
            case "json", "jsonb" -> String.valueOf(row);
            case "xml" -> "<a>" + row + "</a>";
            case "inet", "cidr" -> "10.0.0." + row;
            case "bytea" -> "\\x0" + row;
            default -> "";
        };
    }

    private static int whole(SqlType numeric) {
        String[] parts = numeric.modifiers().split(",", -1);
        return Integer.parseInt(parts[0].strip()) - (parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip()));
    }
}
