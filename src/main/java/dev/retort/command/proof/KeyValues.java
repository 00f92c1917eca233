package dev.retort.command.proof;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of rows: of columns of foreign keys what rows have that are there, of all others what is made. The first two rows point to the same row where the
 * keys of the table allow it, as the elements of a collection do.
 */
final class KeyValues {

    private final ValueMaker values;
    private final RowDemands demands;
    private final Map<ObjectName, List<SeedRow>> written;

    KeyValues(ValueMaker values, RowDemands demands, Map<ObjectName, List<SeedRow>> written) {
        this.values = values;
        this.demands = demands;
        this.written = written;
    }

    /** So many rows, each pointing to another row as far as there are as many. */
    List<SeedRow> apart(Table table, int rows) {
        return rows(table, rows, Set.of());
    }

    /** So many rows, the first two with the same owner for as many foreign keys as no key of the table, nor one that the revision adds, speaks against. */
    List<SeedRow> sharing(Table table, int rows) {
        List<SeedRow> found = apart(table, rows);
        if (table.foreignKeys().isEmpty()) {
            return found;
        }
        List<Set<String>> unique = RowKeys.of(table);
        table.exclusions()
                .forEach(exclusion -> unique.add(RowKeys.columns(table, CheckHints.names(exclusion.definition()))));
        demands.keys().getOrDefault(table.name(), List.of()).forEach(key -> unique.add(key.columns()));
        long same = same(found, unique);
        Set<ForeignKey> shared = new HashSet<>();
        for (ForeignKey key : ordered(table)) {
            shared.add(key);
            List<SeedRow> more = rows(table, rows, shared);
            if (same(more, unique) > same) {
                shared.remove(key);
            } else {
                found = more;
            }
        }
        return found;
    }

    /** By the places of their columns: what comes first is mostly the owner. */
    private static List<ForeignKey> ordered(Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return table.foreignKeys().stream()
                .sorted(Comparator.comparingInt(
                        key -> columns.indexOf(key.columns().get(0))))
                .toList();
    }

    /** How often two rows have the same values for a key; nulls are no values. */
    private static long same(List<SeedRow> rows, List<Set<String>> keys) {
        long same = 0;
        for (Set<String> key : keys) {
            Set<List<String>> seen = new HashSet<>();
            for (SeedRow row : rows) {
                List<String> held = new ArrayList<>();
                key.forEach(column -> held.add(row.values().getOrDefault(column, "")));
                same += held.contains("NULL") || seen.add(held) ? 0 : 1;
            }
        }
        return same;
    }

    private List<SeedRow> rows(Table table, int count, Set<ForeignKey> shared) {
        List<SeedRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            Map<String, String> keys = keys(table, row, shared);
            Map<String, String> all = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    String key = keys.get(column.name());
                    all.put(column.name(), key != null ? key : value(table, column, row));
                }
            }
            rows.add(new SeedRow(all));
        }
        return rows;
    }

    /** The columns of foreign keys: what the target's row has; nothing yet where the target comes later and the key can wait. */
    private Map<String, String> keys(Table table, int row, Set<ForeignKey> shared) {
        Map<String, String> keys = new LinkedHashMap<>();
        // What a key of more columns says of one that both have is true of both targets.
        List<ForeignKey> widest = table.foreignKeys().stream()
                .sorted(Comparator.comparingInt(key -> -key.columns().size()))
                .toList();
        for (ForeignKey key : widest) {
            List<SeedRow> targets =
                    key.target().equals(table.name()) ? List.of() : written.getOrDefault(key.target(), List.of());
            int target = shared.contains(key) ? Math.max(0, row - 1) : row;
            for (int at = 0; at < key.columns().size(); at++) {
                String column = key.columns().get(at);
                if (!targets.isEmpty()) {
                    String value = targets.get(target % targets.size())
                            .values()
                            .get(key.targetColumns().get(at));
                    keys.putIfAbsent(column, value == null ? "NULL" : value);
                } else if (key.target().equals(table.name()) && SeedOrder.isRequired(table, key)) {
                    // The row points to itself.
                    keys.putIfAbsent(column, own(table, key.targetColumns().get(at), row));
                } else if (table.column(column).map(Column::nullable).orElse(false)) {
                    keys.putIfAbsent(column, "NULL");
                }
            }
        }
        demands.values().forEach((column, wanted) -> {
            if (column.table().equals(table.name()) && row < wanted.size()) {
                keys.putIfAbsent(column.column(), wanted.get(row));
            }
        });
        return keys;
    }

    /** What each column of a foreign key may hold: of a key of one column whatever its target has, so that two of them can differ. */
    Map<String, List<String>> choices(Table table, int row) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        keys(table, row, Set.of()).forEach((column, value) -> choices.put(column, List.of(value)));
        for (ForeignKey key : table.foreignKeys()) {
            List<SeedRow> targets = written.getOrDefault(key.target(), List.of());
            String column = key.columns().get(0);
            boolean alone = key.columns().size() == 1
                    && !key.target().equals(table.name())
                    && table.foreignKeys().stream()
                            .allMatch(k -> k.equals(key) || !k.columns().contains(column));
            if (alone && !targets.isEmpty()) {
                List<String> all = new ArrayList<>();
                for (int at = 0; at < targets.size(); at++) {
                    String value = targets.get((row + at) % targets.size())
                            .values()
                            .get(key.targetColumns().get(0));
                    all.add(value == null ? "NULL" : value);
                }
                choices.put(column, all);
            }
        }
        return choices;
    }

    private String own(Table table, String column, int row) {
        Column target = table.columnsByName().get(column);
        return target == null ? "NULL" : value(table, target, row);
    }

    private String value(Table table, Column column, int row) {
        List<String> wanted = demands.values().getOrDefault(new ColumnRef(table.name(), column.name()), List.of());
        return row < wanted.size()
                ? wanted.get(row)
                : values.value(column.type(), demands.types(table.name(), column.name()), row + 1);
    }
}
