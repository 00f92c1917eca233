package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a subclass on two sides: by the one its key refers to the table of the class above ({@code JOINED} of Jakarta Persistence), by the other it has the
 * columns of all classes above for itself ({@code TABLE_PER_CLASS}).
 *
 * @param apart the table that has all columns for itself
 * @param parts the tables above it where it is joined with them, the next one first
 * @param beside the side where it has all for itself
 */
record InheritedColumns(Table apart, List<Part> parts, Schema beside) {

    /**
     * A table above.
     *
     * @param table as it is where it is joined
     * @param taken its columns that only one of the two tables has at a time
     */
    record Part(Table table, List<Column> taken) {}

    InheritedColumns {
        parts = List.copyOf(parts);
    }

    /** The table on the two sides; null where it is no such one. */
    static @Nullable InheritedColumns of(Table apart, Schema beside, Schema together) {
        Table joined = together.tables().get(apart.name());
        List<String> key = MergedRows.key(apart);
        if (joined == null
                || key.isEmpty()
                || !key.equals(MergedRows.key(joined))
                || apart.foreignKeys().stream().anyMatch(k -> k.columns().equals(key))) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        List<Table> chain = above(joined, together);
        for (Table table : chain) {
            Table other = beside.tables().get(table.name());
            if (other != null && !Subclasses.written(other).stream().allMatch(c -> has(apart, c, table, key))) {
                return null;
            }
            parts.add(new Part(
                    table,
                    Subclasses.own(table).stream()
                            .filter(c -> joined.column(c.name()).isEmpty() && has(apart, here(c, other), table, key))
                            .toList()));
        }
        // A class without attributes leaves nothing to take, but its rows.
        boolean bare = chain.stream()
                .allMatch(t -> Subclasses.own(t).isEmpty()
                        && beside.tables().containsKey(t.name())
                        && apart.foreignKeys().stream()
                                .noneMatch(k -> k.target().equals(t.name())));
        return !parts.isEmpty()
                        && (bare || parts.stream().anyMatch(p -> !p.taken().isEmpty()))
                ? new InheritedColumns(apart, parts, beside)
                : null;
    }

    /** Whether the table has the like of a column of a table above; the key's may have names of their own. */
    private static boolean has(Table apart, Column column, Table above, List<String> key) {
        int place = MergedRows.key(above).indexOf(column.name());
        return apart.column(place < 0 ? column.name() : key.get(place))
                .filter(c -> c.type().equals(column.type()) && (place >= 0 || c.generated() == null))
                .isPresent();
    }

    /** The column as it is beside, where it may have another type. */
    private static Column here(Column column, @Nullable Table other) {
        return other == null ? column : other.column(column.name()).orElse(column);
    }

    /** Whether a table above has a column in the type of this table only where its type has changed, or has not yet. */
    boolean isRetyped() {
        return taken().stream().anyMatch(c -> apart.column(c.name())
                .filter(own -> !own.type().equals(c.type()))
                .isPresent());
    }

    private static List<Table> above(Table joined, Schema side) {
        List<Table> chain = new ArrayList<>(List.of(joined));
        for (int i = 0; i < chain.size(); i++) {
            Table below = chain.get(i);
            below.foreignKeys().stream()
                    .flatMap(k -> Stream.ofNullable(side.tables().get(k.target())))
                    .filter(t -> !chain.contains(t) && SubclassRows.isShared(below, t))
                    .findFirst()
                    .ifPresent(chain::add);
        }
        return chain.subList(1, chain.size());
    }

    /** The columns of all tables above. */
    List<Column> taken() {
        return parts.stream().flatMap(p -> p.taken().stream()).toList();
    }

    /** Whether the table above has all of its columns here, but for what tells the classes. */
    boolean covers(Table above) {
        return parts.stream()
                .filter(p -> p.table().name().equals(above.name()))
                .anyMatch(p -> Subclasses.own(above).stream()
                        .allMatch(c -> p.taken().contains(c) || SubclassRows.tells(above, c, apart)));
    }

    /** What fills the columns of the table from those above. */
    List<String> updates(OldNames old) {
        List<String> calls = new ArrayList<>();
        for (Part part : parts) {
            if (!part.taken().isEmpty()) {
                JoinedRow row = row(part.table(), old);
                Map<String, String> values = new LinkedHashMap<>();
                part.taken()
                        .forEach(c -> values.put(
                                old.column(apart.name(), c.name()),
                                row.column(old.column(part.table().name(), c.name()))));
                calls.add(SqlText.call(row.update(values, same(part.table(), old))));
            }
        }
        return calls;
    }

    /** What each column takes, as SQL of one row; empty where that is of another type when the column is added. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Part part : parts) {
            JoinedRow row = row(part.table(), OldNames.SAME);
            part.taken()
                    .forEach(c -> sources.put(
                            c.name(), isRetyped() ? "" : row.value(c.name(), same(part.table(), OldNames.SAME), true)));
        }
        return sources;
    }

    /**
     * What gives each table above its row again, the topmost first.
     *
     * @param several whether another cure may have written some of the rows already
     */
    List<String> inserts(OldNames old, boolean several) {
        List<String> calls = new ArrayList<>();
        for (Part part : parts) {
            calls.add(0, insert(part.table(), old, several));
        }
        return calls;
    }

    private String insert(Table above, OldNames old, boolean several) {
        List<String> key = MergedRows.key(above);
        Map<String, String> values = new LinkedHashMap<>();
        // As long as the keys are not there yet, the table above has its columns of both sides.
        Stream.concat(
                        Subclasses.written(above).stream(),
                        Stream.ofNullable(beside.tables().get(above.name()))
                                .flatMap(t -> Subclasses.written(t).stream()))
                .forEach(c -> {
                    String value = value(above, c, key, old);
                    if (!value.isEmpty()) {
                        values.putIfAbsent(column(above, c.name(), old), value);
                    }
                });
        boolean always = key.stream()
                .flatMap(c -> above.column(c).stream())
                .anyMatch(c -> c.identity() != null && c.identity().kind() == Identity.Kind.ALWAYS);
        return SqlText.call("INSERT INTO " + name(above, old) + " (" + String.join(", ", values.keySet()) + ") "
                + (always ? "OVERRIDING SYSTEM VALUE " : "") + "SELECT " + String.join(", ", values.values())
                + " FROM " + name(apart, old) + (several ? " ON CONFLICT DO NOTHING" : ""));
    }

    private String value(Table above, Column column, List<String> key, OldNames old) {
        int place = key.indexOf(column.name());
        SubclassRows.Kind kind = SubclassRows.kind(above, apart);
        if (place >= 0) {
            return column(apart, MergedRows.key(apart).get(place), old);
        } else if (kind != null && kind.column().equals(column.name())) {
            return SqlText.literal(kind.value());
        }
        boolean required = !column.nullable() && column.defaultValue() == null && column.identity() == null;
        return has(apart, here(column, beside.tables().get(above.name())), above, MergedRows.key(apart))
                ? column(apart, column.name(), old)
                : required ? "…" : "";
    }

    /** The rows of a table that are rows of those below as well. */
    static String among(Table above, List<InheritedColumns> below, OldNames old) {
        return below.stream()
                .map(i -> tuple(above, old) + " IN (SELECT "
                        + MergedRows.key(i.apart()).stream()
                                .map(c -> column(i.apart(), c, old))
                                .collect(Collectors.joining(", "))
                        + " FROM " + name(i.apart(), old) + ")")
                .collect(Collectors.joining(" OR "));
    }

    private static String tuple(Table above, OldNames old) {
        List<String> key = MergedRows.key(above);
        String list = key.stream().map(c -> column(above, c, old)).collect(Collectors.joining(", "));
        return key.size() == 1 ? list : "(" + list + ")";
    }

    /** The one of a table's parts. */
    Optional<Part> part(Table above) {
        return parts.stream().filter(p -> p.table().name().equals(above.name())).findFirst();
    }

    private String same(Table above, OldNames old) {
        return row(above, old).same(key(above, old), key(apart, old));
    }

    private JoinedRow row(Table above, OldNames old) {
        return new JoinedRow(old.table(apart.name()), old.table(above.name()));
    }

    private static List<String> key(Table table, OldNames old) {
        return MergedRows.key(table).stream()
                .map(c -> old.column(table.name(), c))
                .toList();
    }

    private static String name(Table table, OldNames old) {
        return SqlText.name(old.table(table.name()));
    }

    private static String column(Table table, String column, OldNames old) {
        return ReservedWords.quote(old.column(table.name(), column));
    }
}
