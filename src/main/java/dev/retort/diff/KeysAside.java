package dev.retort.diff;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a table that go for as long as values of theirs trade places: they look at each row while others still have what it gets.
 *
 * @param table the table with its keys
 * @param name what it is called when the calls run
 * @param called what its columns are called then
 */
record KeysAside(Table table, ObjectName name, UnaryOperator<String> called, Sides sides) {

    /** What to write for a statement that sets the columns. */
    String around(List<String> set, String sql) {
        List<String> calls = new ArrayList<>();
        List<String> again = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null && touches(primary.columns(), set) && !isDeferred(primary.deferrability())) {
            boolean plain = primary.equals(PrimaryKey.of(primary.name(), primary.columns()));
            aside(primary.name(), primary.columns(), plain, "op.addPrimaryKey(", calls, again, fixed);
        }
        for (Unique unique : table.uniques()) {
            if (touches(unique.columns(), set) && !isDeferred(unique.deferrability())) {
                boolean plain = unique.equals(Unique.of(unique.name(), unique.columns()));
                aside(unique.name(), unique.columns(), plain, "op.addUnique(", calls, again, fixed);
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique() && touches(index, set)) {
                index(index, calls, again, fixed);
            }
        }
        calls.add(SqlText.call(sql));
        calls.addAll(again);
        return SqlText.ticked(calls)
                + (fixed.isEmpty()
                        ? ""
                        : " (where rows trade values, " + EnumChecks.words(fixed)
                                + " stops it: then in two steps, first to values that no row has)");
    }

    private void aside(
            @Nullable String key,
            List<String> columns,
            boolean plain,
            String add,
            List<String> calls,
            List<String> again,
            List<String> fixed) {
        if (!plain || isReferred(columns)) {
            fixed.add(String.valueOf(key));
            return;
        }
        String owner = SqlText.java(name.display()) + ", " + SqlText.java(String.valueOf(key));
        calls.add("op.dropConstraint(" + owner + ")");
        again.add(add + owner + ", "
                + columns.stream().map(called).map(SqlText::java).collect(Collectors.joining(", ")) + ")");
    }

    private void index(Index index, List<String> calls, List<String> again, List<String> fixed) {
        List<String> columns = index.keys().stream()
                .flatMap(key -> Stream.ofNullable(key.column()))
                .toList();
        String name = String.valueOf(index.name());
        Index plain =
                Index.of(name, columns.stream().map(Index.Key::of).toList()).withUnique(true);
        if (!index.equals(plain) || isReferred(columns)) {
            fixed.add(name);
            return;
        }
        calls.add("op.dropIndex(" + SqlText.java(this.name.sibling(name).display()) + ")");
        again.add("op.createIndex(" + SqlText.java(name) + ").on(" + SqlText.java(this.name.display()) + ", "
                + columns.stream()
                        .map(c -> SqlText.java(Index.Key.of(called.apply(c)).display()))
                        .collect(Collectors.joining(", "))
                + ").unique()");
    }

    private static boolean touches(Index index, List<String> set) {
        return index.keys().stream().anyMatch(k -> k.column() != null && set.contains(k.column()));
    }

    private static boolean touches(List<String> columns, List<String> set) {
        return !Collections.disjoint(columns, set);
    }

    private static boolean isDeferred(Deferrability deferrability) {
        return deferrability != Deferrability.NOT_DEFERRABLE;
    }

    /** Whether a foreign key holds on to the key. */
    private boolean isReferred(List<String> columns) {
        return sides.to().allTables().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(k -> Objects.equals(k.target(), table.name())
                        && Set.copyOf(k.targetColumns()).equals(Set.copyOf(columns)));
    }
}
