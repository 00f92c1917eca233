package dev.retort.model;

import java.nio.charset.StandardCharsets;

/** Names that PostgreSQL makes up. */
final class ImplicitNames {

    private ImplicitNames() {}

    /** The sequence of a {@code serial} column: {@code table_column_seq}, the longer part cut until all fits ({@code makeObjectName}). */
    static String sequence(String table, String column) {
        int room = 63 - "_".length() - "_seq".length();
        int tableBytes = bytes(table);
        int columnBytes = bytes(column);
        while (tableBytes + columnBytes > room) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        return clip(table, tableBytes) + "_" + clip(column, columnBytes) + "_seq";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clip(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
