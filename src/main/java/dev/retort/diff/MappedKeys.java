package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys over a column in which values become one: rows that differed in nothing else are then the same to the key. */
final class MappedKeys {

    private MappedKeys() {}

    /** The way up with a warning for each key that the mappings may break. */
    static Difference tell(
            Difference up, Map<LeavingValues, Map<String, String>> mappings, Schema is, Schema shall, OldNames old) {
        List<Doubt> doubts = new ArrayList<>();
        mappings.forEach((gap, mapping) -> {
            if (joins(gap, mapping)) {
                shall.tables().values().forEach(table -> columns(table, gap)
                        .forEach(column -> keys(table, column).stream()
                                .filter(key -> isThere(key, table, is, old))
                                .forEach(key -> doubts.add(
                                        doubt(table, column, key, mapping, new RowQuestions(table.name(), old))))));
            }
        });
        return doubts.isEmpty()
                ? up
                : new Difference(
                        up.operations(),
                        Stream.concat(
                                        up.warnings().stream(),
                                        doubts.stream().flatMap(d -> Stream.ofNullable(d.warning())))
                                .sorted()
                                .toList(),
                        Stream.concat(up.doubts().stream(), doubts.stream()).toList());
    }

    /** Whether two values become one, or one becomes another that rows can hold already. */
    private static boolean joins(LeavingValues gap, Map<String, String> mapping) {
        Set<String> targets = new HashSet<>();
        return mapping.values().stream().anyMatch(to -> gap.is().contains(to) || !targets.add(to));
    }

    private static List<String> columns(Table table, LeavingValues gap) {
        if (gap.column() != null) {
            return table.name().equals(gap.owner()) ? List.of(gap.column()) : List.of();
        }
        return table.columns().stream()
                .filter(column -> !column.type().array()
                        && gap.owner().equals(column.type().userType()))
                .map(Column::name)
                .toList();
    }

    private static boolean isThere(List<String> key, Table table, Schema is, OldNames old) {
        return is.table(old.table(table.name()))
                .filter(there -> key.stream().allMatch(column -> there.column(old.column(table.name(), column))
                        .isPresent()))
                .isPresent();
    }

    /** The columns of each key and each plain unique index over the column. */
    private static Set<List<String>> keys(Table table, String column) {
        Set<List<String>> keys = new HashSet<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(primary.columns());
        }
        table.uniques().stream().map(Unique::columns).forEach(keys::add);
        table.indexes().stream()
                .filter(index -> index.unique()
                        && index.predicate() == null
                        && index.keys().stream().allMatch(key -> key.column() != null))
                .map(index -> index.keys().stream()
                        .map(Index.Key::column)
                        .flatMap(Stream::ofNullable)
                        .toList())
                .forEach(keys::add);
        return keys.stream().filter(key -> key.contains(column)).collect(Collectors.toSet());
    }

    private static Doubt doubt(
            Table table, String column, List<String> key, Map<String, String> mapping, RowQuestions rows) {
        String value = rows.column(column) + "::text";
        String mapped = mapping.entrySet().stream()
                .map(entry -> "WHEN " + SqlText.literal(entry.getKey()) + " THEN " + SqlText.literal(entry.getValue()))
                .collect(Collectors.joining(" ", "CASE " + value + " ", " ELSE " + value + " END"));
        RowQuestion alike = rows.duplicates(
                key.stream()
                        .map(c -> c.equals(column) ? mapped : rows.column(c))
                        .toList(),
                false,
                "",
                "");
        ObjectName name = table.name();
        Set<String> values = new TreeSet<>(mapping.keySet());
        Warning warning = new Warning(
                "data-dependent-unique",
                Warning.Level.WARNING,
                List.of(name.qualified() + "." + column),
                "the key on " + name.display() + " (" + String.join(", ", key)
                        + ") fails if rows are alike once other values stand for " + String.join(", ", values),
                DataWarnings.see(alike) + ", and delete all but one of each at the top of the revision: `"
                        + SqlText.call("DELETE FROM …") + "`");
        return new Doubt(warning, alike, null);
    }
}
