package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a column's values are stored and what is gathered about them, where the column changes: a change of its type takes storage and compression away
 * ({@code ATExecAlterColumnType} in PostgreSQL), dropping and adding it takes all of it.
 */
final class ColumnOptions {

    /** By {@code pg_attribute.attstorage}. */
    private static final Map<String, String> STORAGE =
            Map.of("p", "PLAIN", "e", "EXTERNAL", "x", "EXTENDED", "m", "MAIN");

    /** By {@code pg_attribute.attcompression}. */
    private static final Map<String, String> COMPRESSION = Map.of("p", "pglz", "l", "lz4");

    /** Types with values that may be stored outside of the row; of any other, storage cannot be chosen. */
    private static final Set<String> LONG = Set.of(
            "text",
            "character varying",
            "character",
            "bytea",
            "json",
            "jsonb",
            "numeric",
            "xml",
            "tsvector",
            "bit varying");

    private ColumnOptions() {}

    /** Puts back what the target has of it, where the column had any. */
    static void diff(Sides sides) {
        Set<ColumnRef> before = new HashSet<>();
        refs(sides.from().extras()).forEach(before::add);
        if (before.isEmpty()) {
            return;
        }
        for (Extra extra : sides.to().extras()) {
            ObjectName table = extra.table();
            if (extra.kind() != Extra.Kind.COLUMN_OPTION || table == null) {
                continue;
            }
            ColumnRef ref = new ColumnRef(table, extra.name().name());
            Optional<Column> shall =
                    Optional.ofNullable(sides.to().tables().get(table)).flatMap((Table t) -> t.column(ref.column()));
            boolean rebuilt = sides.impact().isRebuilt(table, ref.column());
            if (before.contains(ref)
                    && shall.isPresent()
                    && (rebuilt || sides.impact().retyped.contains(ref))) {
                put(ref, extra.definition(), shall.get().type(), rebuilt, sides);
            }
        }
    }

    private static List<ColumnRef> refs(List<Extra> extras) {
        return extras.stream()
                .filter(e -> e.kind() == Extra.Kind.COLUMN_OPTION && e.table() != null)
                .map(e -> new ColumnRef(
                        Objects.requireNonNull(e.table()), e.name().name()))
                .toList();
    }

    private static void put(ColumnRef column, String options, SqlType type, boolean all, Sides sides) {
        String alter = "ALTER TABLE " + SqlText.name(column.table()) + " ALTER COLUMN "
                + ReservedWords.quote(column.column()) + " SET ";
        boolean storable = type.array() || LONG.contains(type.base());
        for (String option : options.split(", ", -1)) {
            String word = option.replaceFirst("[ =].*", "");
            String value = option.substring(Math.min(option.length(), word.length() + 1));
            String set =
                    switch (word) {
                        case "STORAGE" -> storable ? "STORAGE " + STORAGE.getOrDefault(value, value) : "";
                        case "COMPRESSION" -> storable ? "COMPRESSION " + COMPRESSION.getOrDefault(value, value) : "";
                        case "STATISTICS" -> all ? option : "";
                        default -> all ? "(" + option + ")" : "";
                    };
            if (!set.isEmpty()) {
                sides.changes().add(Phase.PUT_BACK, new Execute(alter + set));
            }
        }
    }
}
